import type { Scenario } from "../scenario.ts";

/** Entregas e Financeiro: where it is, and what it cost. */
export const deliveryAndBilling: Scenario[] = [
  { team: "Entregas", labels: ["atraso"], script: `
c Oi, cadê meu pedido {pedido}? Era pra ter chegado ontem | bom dia, o pedido {pedido} está atrasado. vocês tem alguma posição? | Pedido {pedido}, prazo era {data} e o rastreio não muda há 4 dias
a Oi, {nome}! Deixa eu verificar com a transportadora, um minutinho.
n Transportadora confirmou: ficou retido no centro de distribuição de Cajamar por falta de doca.
a Ele está no centro de distribuição e sai para entrega amanhã, entre 8h e 13h. Desculpe pela falta de aviso.
c amanhã de manhã não vai ter ninguém em casa | Tem certeza? já me falaram isso antes
a Posso pedir para entregarem depois das 18h ou deixar com a portaria, o que prefere? | Tenho, acabei de falar com o motorista da rota. Se não chegar até as 13h, devolvo o valor do frete.
c pode deixar na portaria, Seu Valdir recebe | tá bom, vou confiar. obrigado
a Combinado, anotei na entrega. | Obrigada pela paciência, {nome}. Te aviso quando sair.
c Chegou! Obrigada 🙏 | chegou agora, tudo certinho` },
  { team: "Entregas", labels: [], script: `
c Preciso mudar o endereço de entrega do pedido {pedido} | me mudei! dá pra trocar o endereço do pedido {pedido}?
a Oi, {nome}! Dá sim, ele ainda não saiu. Qual o novo endereço com CEP?
c Rua das Acácias, 212, apto 54, {bairro}, {cidade}, {cep}
a Alterado ✅ O frete continua o mesmo e o prazo também: {prazo} dias úteis.
c que fácil! obrigado | obrigadaa` },
  { team: "Entregas", labels: [], script: `
c O entregador pode subir pela escada? elevador quebrado, 4º andar 😬 | meu prédio não tem elevador, vocês entregam no 4º andar?
a Até o 3º andar é sem custo; para o 4º pedimos um ajudante a mais, R$ 45. Posso incluir?
c pode | Justo, pode incluir
a Incluído! Pagamento no dia, em Pix ou cartão.` },
  { team: "Entregas", labels: [], script: `
c boa tarde, vocês entregam em {cidade}? o site não reconhece meu cep {cep} | meu CEP {cep} dá erro no carrinho
a Boa tarde, {nome}! Entregamos sim. Esse CEP é novo e ainda não estava na tabela; acabei de incluir, tente de novo, por favor.
n CEP {cep} incluído manualmente. Pedir à TI a tabela nova dos Correios.
c agora foi!! | Deu certo, obrigado!` },
  { team: "Entregas", labels: ["atraso"], script: `
c vocês marcaram a entrega 2 VEZES e ninguém veio. quero cancelar | Terceira vez que remarcam. Quero meu dinheiro de volta.
a {nome}, entendo a sua frustração e não vou te pedir mais paciência sem uma solução. Posso fazer de dois jeitos: entrega garantida amanhã com o nosso próprio caminhão, ou cancelamento com estorno hoje.
c se vier amanhã mesmo eu fico, mas é a última chance | cancela e estorna por favor
n Caso crítico: acompanhar de hora em hora. Falar com Diego da logística antes das 8h.
a Vou acompanhar pessoalmente e te mandar o telefone do motorista. | Cancelado. O estorno no cartão aparece em até duas faturas; te mandei o comprovante por e-mail. Peço desculpas de novo.
c ok | tá, obrigado pela sinceridade` },
  { team: "Financeiro", labels: ["nota-fiscal"], script: `
c Preciso da nota fiscal do pedido {pedido} com o CNPJ da empresa | Boa tarde, não recebi a NF do pedido {pedido}. preciso pro reembolso da firma
a Boa tarde, {nome}! Me confirma o CNPJ e a razão social?
c 12.345.678/0001-90, {sobrenome} Arquitetura Ltda
+nota-pdf a Prontinho, segue a nota em PDF. O XML foi para o seu e-mail.
c recebido, obrigado! | Perfeito, muito obrigada` },
  { team: "Financeiro", labels: [], script: `
c fiz o pix do pedido {pedido} e continua aguardando pagamento | Paguei no Pix há duas horas e não confirmou. Segue comprovante
+comprovante c
a Oi, {nome}! Localizei o pagamento: o valor veio com R$ 0,10 de diferença e por isso não conciliou sozinho. Já confirmei manualmente.
n Conciliação manual feita. Diferença de 10 centavos absorvida.
c ah sim, digitei errado kkk obrigado | ufa, fiquei preocupada. obrigada!
a Imagina! Seu pedido já está em separação 📦` },
  { team: "Financeiro", labels: [], script: `
c Apareceu duas vezes na minha fatura o valor de R$ {valor}. O que é isso? | fui cobrado em duplicidade!! pedido {pedido}
a Oi, {nome}, vou verificar agora mesmo. Uma das duas é só uma pré-autorização, que some sozinha, mas quero ter certeza.
a Confirmado: a segunda é a pré-autorização e será removida pelo banco em até 5 dias úteis. Mandei a carta de cancelamento no seu e-mail, se quiser adiantar com o banco.
c entendi, vou aguardar então | Ok, se não sumir eu volto
a Pode voltar sim! Deixei um lembrete para conferir com você em {data}.` },
  { team: "Financeiro", labels: ["troca"], script: `
c Devolvi o produto semana passada e ainda não vi o estorno. Pedido {pedido} | qual o prazo do estorno? devolvi dia {data}
a Oi, {nome}! O produto chegou ontem ao estoque e o estorno foi liberado hoje. No cartão aparece na próxima fatura; se pagou no Pix, cai em até um dia útil.
c foi pix | Foi no cartão mesmo
a Perfeito, então é só aguardar. Comprovante no seu e-mail 👍
c caiu aqui! obrigado | obrigada` },
  { team: "Financeiro", labels: ["b2b", "nota-fiscal"], script: `
c Bom dia, somos do financeiro da {sobrenome} Hotéis. Precisamos do boleto com vencimento para 28 dias | Bom dia. É possível faturar o pedido {pedido} para 28 dias?
a Bom dia, {nome}! É possível sim, após análise de crédito. Me envia o contrato social e os três últimos balancetes?
c Enviado por e-mail. Aguardo.
n Crédito aprovado até R$ 40 mil. Boleto 28 dias liberado pelo gerente.
a Aprovado! O boleto segue junto com a nota assim que o pedido for expedido.
c Excelente, obrigado.` },
  { team: "Financeiro", labels: [], script: `
c cupom BEMVINDA15 não funciona | o cupom de primeira compra diz inválido
a Oi, {nome}! Esse cupom vale para compras acima de R$ 500 e não soma com produtos em promoção. O que tem no seu carrinho?
c uma luminária e duas almofadas, dá 430 | só o {produto} que tá em promoção
a Faço assim: criei o cupom ALEGRIA10 só para você, sem valor mínimo, válido até amanhã 😉
c opaaa valeu! | funcionou! obrigada` },
  { team: "Entregas", labels: [], script: `
c Consigo agendar a entrega pra depois do dia {data}? Ainda estou em obra | minha obra atrasou, vocês guardam o {produto} por mais 15 dias?
a Oi, {nome}! Guardamos até 30 dias sem custo. Quando quiser, é só chamar aqui com dois dias de antecedência.
c perfeito! aviso quando o piso ficar pronto
a Boa obra! 🧱 Se precisar de medidas dos móveis, também passo por aqui.` },
  { team: null, labels: [], script: `
c oi | Olá | boa tarde | Bom dia!
c alguém aí? | tem alguém pra me atender? | queria uma informação` },
  { team: null, labels: [], script: `
c Boa noite, vi que vocês estão fechados agora. Quando abrem amanhã? | até que horas vocês atendem hoje?` },
  { team: "Vendas", labels: [], script: `
c 👋 vim pelo anúncio do {produto} | Oi! Tenho interesse e queria mais informações, por favor.
c qual o valor?` },
  { team: "Pós-venda", labels: [], script: `
c Preciso de ajuda com o pedido {pedido} | meu pedido {pedido} veio errado, pedi {cor} e veio outra cor
+avaria c` },
  { team: "Entregas", labels: [], script: `
c Meu pedido {pedido} sai hoje? | que horas o caminhão passa aqui em {bairro}?
c estou em casa o dia todo, só não escuto bem o interfone, pode ligar` },
];
