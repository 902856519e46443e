import { illustrations } from "./illustrations.ts";

type Product = { name: string; detail: string; price: number; picture: keyof typeof illustrations; tag?: string };

const products: Product[] = [
  { name: "Sofá Jatobá, três lugares", detail: "Linho terracota, pés de madeira maciça", price: 3290, picture: "sofa", tag: "Mais pedido" },
  { name: "Luminária Farol", detail: "Piso, cúpula de algodão cru", price: 459, picture: "lamp" },
  { name: "Vaso Terra", detail: "Cerâmica queimada em forno a lenha", price: 189, picture: "vase" },
  { name: "Mesa Roda, 1,20 m", detail: "Freijó, acabamento em óleo natural", price: 2150, picture: "table" },
  { name: "Poltrona Serra", detail: "Veludo verde-musgo, braços de tauari", price: 1480, picture: "armchair", tag: "Novo" },
  { name: "Tapete Sertão, 2 × 1,4 m", detail: "Algodão, tecido à mão em Minas", price: 890, picture: "rug" },
  { name: "Par de canecas Manhã", detail: "300 ml, podem ir ao micro-ondas", price: 98, picture: "mugs" },
  { name: "Estante Horizonte", detail: "Duas prateleiras, fixação invisível", price: 540, picture: "shelf", tag: "Últimas peças" },
];

const reais = new Intl.NumberFormat("pt-BR", { style: "currency", currency: "BRL" });

function card({ name, detail, price, picture, tag }: Product): string {
  const times = price >= 1000 ? 10 : price >= 300 ? 5 : 2;
  return `<li class="product">
    <div class="picture">${illustrations[picture]}${tag ? `<span class="tag">${tag}</span>` : ""}</div>
    <h3>${name}</h3><p class="detail">${detail}</p>
    <p class="price">${reais.format(price)} <small>ou ${times}× de ${reais.format(price / times)} sem juros</small></p>
    <button type="button" data-ask="Oi! Tenho uma dúvida sobre: ${name}.">Tirar dúvida no chat</button>
  </li>`;
}

/** A shop as customers of Balcão run them, with the one script tag that brings the chat. `token` null: it says what is missing. */
export function shopPage(token: string | null): string {
  const script = token ? `<script src="/widget.js" data-token="${token}" async></script>` : "";
  const missing = token ? "" : `<p class="notice">Para ver o chat aqui, crie uma caixa de entrada do tipo site e abra esta página com <code>?token=…</code>.</p>`;
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>Casa Ipê: móveis e objetos para morar bem</title>
<link rel="stylesheet" href="/demo-site/shop.css">
<script src="/demo-site/shop.js" defer></script>
${script}
</head>
<body>
<p class="strip">Frete grátis para Sul e Sudeste acima de R$ 500 · troca em 30 dias</p>
<header>
  <a class="brand" href="#inicio"><svg viewBox="0 0 32 32" aria-hidden="true"><path class="leaf" d="M16 3c8 4 11 10 9 16-2 5-6 7-9 7s-7-2-9-7C5 13 8 7 16 3z"/><path class="vein" d="M16 9v20"/></svg>Casa Ipê</a>
  <nav aria-label="Departamentos"><a href="#produtos">Sala</a><a href="#produtos">Jantar</a><a href="#produtos">Quarto</a><a href="#produtos">Objetos</a><a href="#sobre">Nossa oficina</a></nav>
  <button type="button" class="talk" data-ask="">Fale com a gente</button>
</header>
<main id="inicio">
  ${missing}
  <section class="hero">
    <div>
      <p class="kicker">Coleção de verão</p>
      <h1>Madeira, barro e linho para uma casa com calma.</h1>
      <p>Peças feitas em oficinas de Minas e do interior de São Paulo, em pequenos lotes, por gente que assina o que faz.</p>
      <a class="action" href="#produtos">Ver a coleção</a>
    </div>
    <div class="picture">${illustrations.sofa}</div>
  </section>
  <ul class="promises">
    <li><b>Entrega em 6 dias</b> na sua cidade, montagem incluída nos móveis</li>
    <li><b>Garantia de 5 anos</b> em toda a linha de madeira</li>
    <li><b>Atendimento de gente</b> no chat ao lado, das 8h às 20h</li>
  </ul>
  <section id="produtos"><h2>Chegaram esta semana</h2><ul class="products">${products.map(card).join("")}</ul></section>
  <section class="quotes" id="sobre">
    <blockquote>“Errei a medida da mesa e trocaram sem uma pergunta sequer. Resolvi tudo pelo chat, do celular.”<footer>Beatriz L., Campinas</footer></blockquote>
    <blockquote>“A poltrona Serra virou o lugar mais disputado da sala.”<footer>Otávio R., Belo Horizonte</footer></blockquote>
  </section>
</main>
<footer><p>Casa Ipê Móveis Ltda. · Rua das Acácias, 214, Tiradentes, MG</p><p>Loja de demonstração do Balcão: nada aqui está à venda.</p></footer>
</body>
</html>
`;
}

/** As strict as a careful shop would be; "self" is Balcão's own origin here. */
export const shopPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
