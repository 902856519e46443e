import { boot } from "./boot.ts";
import { say } from "./say.ts";

const time = new Intl.DateTimeFormat(boot.locale, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(boot.locale, { weekday: "long", day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat(boot.locale, { day: "numeric", month: "long", year: "numeric" });

/** In the visitor's own zone. */
export const dates = {
  time: (at: Date): string => time.format(at),
  /** "Hoje", "Ontem", "sexta-feira, 20 de novembro", "3 de maio de 2025". */
  day(at: Date): string {
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    if (at >= midnight) return say("day.today");
    midnight.setDate(midnight.getDate() - 1);
    if (at >= midnight) return say("day.yesterday");
    return (at.getFullYear() === midnight.getFullYear() ? day : dayAndYear).format(at);
  },
};
