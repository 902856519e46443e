import type { Scenario } from "../scenario.ts";

/** Vendas: what people ask before they buy. Lines: c customer, a agent, n note, +name a file. " | " separates variants. */
export const sales: Scenario[] = [
  { team: "Vendas", labels: ["orçamento"], script: `
c Oi, boa tarde! Vi o {produto} no site de vocês, ainda tem na cor {cor}? | Olá! O {produto} {cor} tá disponível? | oi, tudo bem? queria saber do {produto}, tem na cor {cor}?
a Oi, {nome}! Tudo bem? Aqui é {agente} 😊 Temos sim, o {produto} na cor {cor} está com 4 unidades no estoque. | Olá, {nome}, eu sou {agente}, da Casa Alegria. Temos sim, pronta entrega!
c Que bom! Qual o prazo pra {cidade}? | e pra entregar aqui em {cidade}, demora quanto? CEP {cep}
a Para o CEP de {cidade} o prazo é de {prazo} dias úteis depois do pagamento aprovado. O frete fica em R$ 89,90, e sai grátis se passar de R$ 2.500. | Aí são {prazo} dias úteis. O frete pra sua região está grátis esta semana 🚚
c e parcela em quantas vezes? | Dá pra parcelar?
a Em até 10x sem juros no cartão, ou com 7% de desconto no Pix. No Pix ele sai por R$ {valor}.
c Ótimo, vou falar com meu marido e volto | legal, vou ver com a minha esposa hoje à noite e te chamo | Perfeito, pode mandar o link?
a Fico à disposição! Segurei uma unidade no seu nome até amanhã às 18h. | Claro! Segue: casaalegria.example/carrinho/{pedido}. O link vale por 48 horas.
c obrigada!! | Valeu, {agente}!` },
  { team: "Vendas", labels: ["orçamento", "b2b"], script: `
c Bom dia. Sou arquiteta e estou mobiliando um escritório em {cidade}. Vocês trabalham com orçamento para empresa? | Bom dia! Tenho uma pousada em {cidade} e preciso de 12 conjuntos de cabeceira + criado-mudo. Fazem preço de atacado?
a Bom dia, {nome}! Trabalhamos sim, temos uma tabela para profissionais e empresas. Você consegue me mandar a lista de peças e quantidades?
c Claro: 14 cadeiras de escritório, 7 mesas de 1,40 m e 2 sofás de 3 lugares | Te mando a planta e a lista
+foto-ambiente c Essa é a sala, pra você ter ideia das medidas
a Perfeito, recebi. Vou montar o orçamento com a nossa equipe de projetos e te mando ainda hoje, pode ser?
n Cliente com potencial de recompra (já fez dois projetos em {cidade}). Usar tabela PRO, desconto de até 18%.
+orcamento-pdf a Prontinho, {nome}! Segue o orçamento com a tabela profissional. Validade de 10 dias.
c Recebi, muito obrigada. O prazo de 20 dias úteis é garantido em contrato? | Recebi! Dá pra melhorar um pouco o frete?
a Sim, o prazo vai no contrato, com multa por atraso. E consigo frete cortesia fechando até sexta. | Consigo o frete cortesia fechando até sexta-feira. Posso reservar as peças?
c Fechado! Pode mandar o contrato | Vou apresentar pro cliente amanhã e te aviso` },
  { team: "Vendas", labels: [], script: `
c Oi! vocês têm loja física em {cidade}? | oi vcs tem loja em {cidade}?? queria ver as coisas de perto
a Oi, {nome}! Temos showroom em São Paulo (Pinheiros) e em Curitiba (Batel). Em {cidade} ainda não, mas enviamos amostras de tecido e madeira sem custo 😉 | Olá, {nome}! Em {cidade} por enquanto só online. Mas posso fazer uma videochamada do showroom com você, quer?
c Ah que legal, quero as amostras então | gostei da ideia da videochamada, pode ser amanhã às 15h?
a Me passa seu endereço completo que despacho hoje! Quais tecidos você quer ver? | Agendado para amanhã às 15h. Te mando o link por aqui dez minutos antes.
c Linho cru, o {cor} e o bouclé | combinado!` },
  { team: "Vendas", labels: [], script: `
c O {produto} cabe em elevador pequeno? o meu tem 1,90 de altura | Boa noite, qual a medida da caixa do {produto}? moro em apartamento e o elevador é pequeno
a Boa pergunta! O {produto} vem em duas caixas, a maior com 1,72 m x 0,84 m. Passa com folga 🙌 | Oi, {nome}! A caixa maior tem 1,72 m x 0,84 m x 0,30 m. Se não couber, a gente sobe pela escada até o 3º andar sem custo.
c ufa, o último que comprei em outra loja teve que ser içado kkk | Ótimo. E vem desmontado?
a Vem semidesmontado, e a montagem está incluída para {cidade}. É só agendar depois da entrega.
c Perfeito, vou comprar agora então | show, comprei! pedido {pedido}
a Oba! Seja bem-vinda à Casa Alegria 💛 Qualquer coisa é só chamar por aqui. | Pedido {pedido} confirmado! Obrigada pela confiança 💛` },
  { team: "Vendas", labels: ["cliente-vip"], script: `
c Olá {agente}, tudo bem? Voltei haha. Agora quero a mesa de jantar pra combinar com as cadeiras | Oi! Sou cliente antiga, comprei a cadeira e o buffet ano passado. Tem cupom pra quem volta?
a {nome}, que alegria te ver por aqui de novo! Para clientes da casa tenho 10% na próxima compra, cupom VOLTEI10.
n Terceira compra em 14 meses. Oferecer a limpeza de estofado grátis no fechamento.
c Aceita junto com o Pix?
a Excepcionalmente consigo somar os dois pra você: 10% do cupom e mais 7% do Pix.
c Por isso que eu não compro em outro lugar rs. Fechando hoje à noite! | vocês são demais ❤️ fechado` },
  { team: "Vendas", labels: [], script: `
c esse tapete de vocês solta pelo? tenho dois gatos | O tecido do {produto} é pet friendly? Tenho gato e cachorro 🐶🐱
a Oi, {nome}! Com pets eu indico o tecido acquablock ou o suede, que não desfiam e limpam com pano úmido. O linho eu evitaria 😅
c e o {cor} tem nesse tecido?
a Tem sim! O acréscimo é de R$ 180 no sofá de 3 lugares. Quer que eu te mande fotos do tecido de perto?
c quero!
+tecido a Olha ele de perto. Esse é o {cor}.
c lindo! vou querer | Ai amei. Deixa eu medir a sala direitinho e volto` },
  { team: "Vendas", labels: [], script: `
c Bom dia, o preço do {produto} no site está diferente do anúncio do Instagram. Qual vale? | No Instagram tá R$ {valor} e no site tá mais caro, por quê?
a Bom dia, {nome}! Me manda um print do anúncio, por favor? Já verifico.
+print c Esse aqui, vi agora de manhã
a Você tem razão: a promoção acabou ontem às 23h59 e o anúncio ficou no ar. Vou honrar o valor pra você.
n Avisar o marketing: anúncio da campanha de novembro ainda ativo.
c Que atitude! Obrigado, vou finalizar | Nossa, parabéns pelo atendimento. Finalizando agora` },
  { team: "Vendas", labels: ["orçamento"], script: `
c Vcs fazem sob medida? preciso de uma estante de 2,35 m | Oi, preciso de um rack sob medida, 2,80m. Vocês fazem?
a Oi, {nome}! Fazemos sim a linha Modular sob medida, de 5 em 5 cm. Para essa largura fica entre R$ 2.900 e R$ 3.600, dependendo do acabamento.
c nossa, salgadinho. e no prazo de quanto? | E o prazo?
a São 35 dias corridos de produção mais a entrega. Se quiser, faço uma simulação com o acabamento {cor}, que é o mais em conta.
c faz por favor | Pode fazer. Tem visita técnica pra medir?
a Faço e te mando até amanhã. A visita técnica é gratuita em {cidade}: prefere de manhã ou à tarde?
c de tarde, depois das 14h` },
  { team: "Vendas", labels: [], script: `
c Black Friday já começou aí? | vão ter desconto de black friday no {produto}?
a Começa na quinta à meia-noite, {nome}! E adianto: o {produto} vai estar na lista 🤫
c quanto porcentooo
a Isso eu só posso contar na quinta 😂 Mas se quiser coloco seu contato no grupo que recebe os preços uma hora antes.
c quero simmm | pode colocar! meu e-mail é o mesmo do cadastro
a Feito! Você vai receber na quinta às 23h.` },
  { team: "Vendas", labels: [], script: `
c Oi, preciso de um presente de casamento até {data}. Vocês embrulham e entregam no endereço da noiva? | Preciso mandar uma luminária de presente pra {cidade}, chega até {data}?
a Oi, {nome}! Entregamos sim, com embalagem de presente e cartão escrito à mão 💌 Para chegar até {data} o pedido precisa sair até amanhã ao meio-dia.
c Show! A luminária Arco então. No cartão: "Felicidades aos noivos, com amor, família {sobrenome}"
a Anotado! Link do pagamento: casaalegria.example/p/{pedido}. Assim que aprovar eu mesma separo.
c Pago!
a Recebido ✅ Sai hoje à tarde, e o rastreio chega no seu e-mail.
c vocês salvaram minha vida kkkk | Muito obrigado!` },
  { team: "Vendas", labels: [], script: `
c Hello, do you ship the {produto} to Lisbon? | Hi! Do you deliver outside Brazil?
a Hi {nome}! At the moment we deliver in Brazil only, but we work with a freight partner for Portugal. Would you like me to ask for a quote?
c Yes please, to Lisbon, postcode 1200-109
a Sure, I'll have an answer by tomorrow. The lead time is usually 30 to 40 days by sea.
c Perfect, thank you!` },
  { team: "Vendas", labels: [], script: `
c Quantos quilos aguenta a prateleira Nuvem? | A prateleira aguenta uns 20kg de livro?
a Oi, {nome}! Cada prateleira Nuvem aguenta até 18 kg bem distribuídos, com as buchas que vão junto, em parede de alvenaria.
c e em drywall?
a Em drywall caem para 8 kg, e é preciso usar a bucha própria (vendemos o kit por R$ 19).
c blz, coloca o kit no pedido então | entendi, obrigado!` },
];
