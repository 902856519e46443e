import sharp from "sharp";

export type DemoFile = { filename: string; contentType: string; kind: "image" | "document"; bytes: Buffer };

const frame = (background: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720"><rect width="960" height="720" fill="${background}"/>${content}</svg>`;

const sofa = (fabric: string, seat: string) => `<g><rect x="190" y="330" width="580" height="170" rx="34" fill="${fabric}"/><rect x="150" y="380" width="90" height="160" rx="30" fill="${fabric}"/>
  <rect x="720" y="380" width="90" height="160" rx="30" fill="${fabric}"/><rect x="235" y="430" width="240" height="90" rx="22" fill="${seat}"/><rect x="485" y="430" width="240" height="90" rx="22" fill="${seat}"/>
  <rect x="180" y="540" width="24" height="40" fill="#6b4a2f"/><rect x="756" y="540" width="24" height="40" fill="#6b4a2f"/></g>`;

const floor = '<rect y="560" width="960" height="160" fill="#c9a67c"/><path d="M0 600H960M0 650H960" stroke="#b48f63" stroke-width="3"/>';

/** Pictures drawn for the demo: a photo nobody took. */
const drawings: Record<string, string> = {
  "avaria": frame("#d8cfc4", `<rect x="120" y="150" width="720" height="420" fill="#b07f4f"/><rect x="120" y="150" width="720" height="420" fill="none" stroke="#8a5f36" stroke-width="10"/>
    <path d="M300 240 L520 330 L430 370 L690 500" stroke="#f3e7d6" stroke-width="9" fill="none"/><path d="M306 252 L516 338" stroke="#5b3a1c" stroke-width="4"/>
    <ellipse cx="560" cy="390" rx="190" ry="150" fill="none" stroke="#dc2626" stroke-width="8"/>`),
  "foto-ambiente": frame("#eee9e1", `<rect x="90" y="90" width="300" height="330" fill="#bfe0f2" stroke="#fff" stroke-width="18"/><path d="M240 90V420M90 255H390" stroke="#fff" stroke-width="10"/>${floor}
    <path d="M480 600 H880 M480 585V615 M880 585V615" stroke="#334155" stroke-width="4"/><text x="640" y="585" font-family="sans-serif" font-size="32" fill="#334155">4,10 m</text>`),
  "sala-montada": frame("#f3ece2", `${floor}${sofa("#4d6b57", "#5d7e68")}<circle cx="480" cy="190" r="86" fill="#e7d3b1"/><rect x="60" y="300" width="18" height="270" fill="#3f3f46"/><path d="M20 300h100l-24-90h-52z" fill="#f5d58a"/>`),
  "tecido": frame("#8c9f86", Array.from({ length: 24 }, (_, row) => `<path d="M0 ${row * 30 + 8}H960" stroke="#7a8d75" stroke-width="7" stroke-dasharray="${14 + (row % 3) * 4} 9"/>`).join("")),
  "print": frame("#ffffff", `<rect width="960" height="90" fill="#f4f4f5"/><circle cx="60" cy="45" r="26" fill="#d4a373"/><text x="110" y="58" font-family="sans-serif" font-size="34" fill="#18181b">casaalegria · Patrocinado</text>
    <g transform="translate(0,20)">${sofa("#c26a4a", "#d07b5b")}</g><text x="60" y="690" font-family="sans-serif" font-size="46" font-weight="bold" fill="#b91c1c">Só hoje: 20% OFF</text>`),
  "comprovante": frame("#ffffff", `<text x="330" y="110" font-family="sans-serif" font-size="44" fill="#111827">Comprovante Pix</text><circle cx="480" cy="230" r="62" fill="#10b981"/><path d="M450 230l22 24 42-48" stroke="#fff" stroke-width="12" fill="none"/>
    <text x="150" y="390" font-family="sans-serif" font-size="34" fill="#374151">Para: CASA ALEGRIA MOVEIS LTDA</text><text x="150" y="450" font-family="sans-serif" font-size="34" fill="#374151">Instituição: Banco Exemplo</text>
    <text x="150" y="510" font-family="sans-serif" font-size="34" fill="#374151">Situação: concluído</text>`),
};

const documents: Record<string, { filename: string; lines: string[] }> = {
  "orcamento-pdf": { filename: "Orçamento Casa Alegria.pdf", lines: ["CASA ALEGRIA - ORCAMENTO", "", "14 cadeiras Foco ................ R$ 9.786,00", "7 mesas Ipe 1,40 m .............. R$ 11.893,00",
    "2 sofas Aurora 3 lugares ........ R$ 7.960,00", "Desconto profissional 15% ....... R$ -4.445,85", "", "Total ........................... R$ 25.193,15", "Validade: 10 dias. Prazo: 20 dias uteis."] },
  "nota-pdf": { filename: "NF-e 000.048.213.pdf", lines: ["DANFE - DOCUMENTO DE DEMONSTRACAO, SEM VALOR FISCAL", "", "Emitente: Casa Alegria Moveis Ltda", "Natureza da operacao: venda de mercadoria", "Valor total da nota: R$ 2.340,00"] },
};

const drawn = new Map<string, Promise<DemoFile>>();

/** The file behind a name of the scenarios (`+avaria`); drawn once. */
export function demoFile(name: string): Promise<DemoFile> {
  if (!drawn.has(name)) drawn.set(name, draw(name));
  return drawn.get(name)!;
}

async function draw(name: string): Promise<DemoFile> {
  const drawing = drawings[name];
  if (drawing) return { filename: `${name}.jpg`, contentType: "image/jpeg", kind: "image", bytes: await sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer() };
  const document = documents[name];
  if (!document) throw new Error(`The scenarios name a file that nobody drew: ${name}`);
  return { filename: document.filename, contentType: "application/pdf", kind: "document", bytes: pdf(document.lines) };
}

/** The smallest PDF with lines of text (PDF 1.4, Helvetica). */
function pdf(lines: string[]): Buffer {
  const escaped = lines.map((line) => `(${line.replaceAll(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
  const content = `BT /F1 13 Tf 20 TL 60 770 Td\n${escaped}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
