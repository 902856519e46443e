/** A conversation to be told many times with other names, products and wordings. */
export type Scenario = {
  /** Null: it has not been given to a sector yet. */
  team: TeamName | null;
  labels: string[];
  /**
   * One turn a line: `c` the customer, `a` the agent, `n` an internal note, `+file c …` the same with a file. Variants are
   * separated by " | ", blanks like {nome} are filled in.
   */
  script: string;
};

export const teamNames = ["Vendas", "Pós-venda", "Entregas", "Montagem", "Financeiro"] as const;
export type TeamName = (typeof teamNames)[number];

export type Turn = { by: "contact" | "agent" | "note"; text: string; file?: string };

/** The script with one variant of each turn; `pick` chooses, `blanks` fills. */
export function tell(scenario: Scenario, pick: <T>(from: readonly T[]) => T, blanks: Record<string, string>): Turn[] {
  return scenario.script.trim().split("\n").map((line) => {
    const match = /^(?:\+(\S+) )?([can])(?: (.*))?$/.exec(line.trim());
    if (!match) throw new Error(`Not a line of a scenario: ${line}`);
    const [, file, who, text = ""] = match;
    const chosen = pick(text.split(" | "));
    const by = who === "c" ? "contact" : who === "a" ? "agent" : "note";
    return { by, text: chosen.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => blanks[name] ?? `{${name}}`), ...(file && { file }) };
  });
}
