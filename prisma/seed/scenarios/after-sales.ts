import type { Scenario } from "../scenario.ts";

/** Pós-venda e Montagem: damage, exchanges, assembly. */
export const afterSales: Scenario[] = [
  { team: "Pós-venda", labels: ["avaria"], script: `
c Boa tarde, recebi hoje o pedido {pedido} e o {produto} veio com um risco enorme na lateral 😡 | Oi. Pedido {pedido}: o tampo chegou lascado. Estou bem chateada
+avaria c Olha a foto
a {nome}, sinto muito por isso, não é assim que a gente quer que chegue aí. Já abri a ocorrência e vou resolver com você. | Poxa, {nome}, me desculpe por isso. Vou cuidar do seu caso pessoalmente.
n Foto confere com avaria de transporte (canto da embalagem amassado). Acionar a transportadora, protocolo interno AV-{pedido}.
a Você prefere receber uma peça nova ou um desconto de 25% para ficar com ela assim?
c quero a peça nova | Prefiro trocar a peça, o desconto não compensa
a Combinado! A peça nova sai amanhã e chega em até {prazo} dias úteis. O montador troca na hora e leva a avariada, sem custo.
c ok, vou aguardar | Obrigada pela agilidade, esperava uma briga rs` },
  { team: "Pós-venda", labels: ["troca"], script: `
c Comprei o tapete 2x3 e ficou grande demais na sala. Posso trocar pelo menor? | quero trocar o {produto}, a cor não combinou com a parede. Como faço?
a Oi, {nome}! Pode sim, a troca é gratuita em até 30 dias, desde que na embalagem original. Você ainda tem a caixa?
c tenho sim, tá aqui | A caixa eu joguei fora 😬
a Sem problema, mandamos uma embalagem junto com a coleta. Que dia fica bom pra você, {data} de manhã ou à tarde?
c de manhã, entre 9h e 11h
a Coleta agendada para {data}, das 9h às 11h. Assim que o produto voltar, o outro é despachado no mesmo dia.
c maravilha | Perfeito, obrigado!` },
  { team: "Montagem", labels: ["montagem"], script: `
c Olá, meu guarda-roupa chegou e queria agendar a montagem. Pedido {pedido} | oi, como agendo a montagem? o {produto} chegou ontem
a Oi, {nome}! Tenho {data} às 9h ou às 14h em {bairro}. Qual prefere?
c às 14h | 9h é melhor, depois eu trabalho
a Agendado! O montador é o Seu Anselmo, ele leva umas duas horas e avisa quando estiver a caminho.
c Preciso deixar alguma ferramenta?
a Não precisa, ele leva tudo. Só deixe o espaço livre e uma tomada por perto 🙂
c blz, valeu | Ótimo, obrigada!` },
  { team: "Montagem", labels: ["montagem", "atraso"], script: `
c O montador ficou de vir hoje entre 9h e 11h e até agora NADA. Perdi a manhã de trabalho | são 12h30 e o montador não apareceu. isso é um desrespeito
a {nome}, você tem toda a razão, peço desculpas. Estou ligando agora para a equipe para saber o que houve.
n Anselmo teve o carro quebrado na Marginal. Reagendar com prioridade e oferecer vale.
a O carro da equipe quebrou no caminho e ninguém te avisou, o que foi erro nosso. Consigo outro montador hoje às 16h ou amanhã às 8h. E deixei um vale de R$ 80 no seu cadastro.
c Hoje às 16h então. Mas se não vier vou cancelar tudo | amanhã às 8h, mas por favor que venha mesmo
a Confirmado. Eu mesma vou acompanhar, e te aviso quando ele sair daqui.
c tá bom. obrigada por resolver | Chegou agora, obrigado pelo retorno` },
  { team: "Pós-venda", labels: [], script: `
c oi, faltou um saquinho de parafusos na caixa do {produto} | Boa noite, o manual fala em 12 parafusos M6 e só vieram 8
a Oi, {nome}! Que chato, me desculpe. Envio o kit completo hoje por Sedex. O endereço continua o de {bairro}, {cidade}?
c isso mesmo | Continua sim
a Enviado! Rastreio: BR{pedido}9SP. Chega em 2 dias úteis.
c chegou! montei tudo, ficou lindo
+sala-montada c olha como ficou
a Que lindo, {nome}! Posso compartilhar com a equipe? Eles vão adorar 😍
c pode simm` },
  { team: "Pós-venda", labels: ["elogio"], script: `
c Só passando pra elogiar: o Seu Anselmo montou tudo com o maior cuidado e ainda limpou a sala! | Gente, que atendimento! Comprei a primeira vez e já virei fã
a {nome}, que mensagem boa de receber! Vou encaminhar para a equipe, o dia deles vai começar melhor 💛
n Registrar elogio no mural e na avaliação do montador.
c merecem!!` },
  { team: "Pós-venda", labels: ["troca"], script: `
c A gaveta da cômoda está emperrando depois de 3 meses de uso. Está na garantia? | O {produto} começou a ranger. Ainda tenho garantia? comprei em março
a Está sim, {nome}! A garantia é de 12 meses. Consegue gravar um vídeo curtinho abrindo e fechando?
c vou gravar quando chegar em casa | mandei por e-mail porque aqui não foi
a Recebi, obrigada. É a corrediça, a troca é simples: o técnico passa aí em {data}.
n Corrediça lote 0424, terceiro caso no mês. Avisar a qualidade.
c combinado, obrigado` },
  { team: "Pós-venda", labels: [], script: `
c Como limpo o sofá de linho? caiu café 😭 | socorro, derrubaram vinho no meu sofá novo, o que eu faço???
a Calma que dá pra salvar! 😄 Seque com papel, sem esfregar. Depois água morna com uma gota de detergente neutro, pano branco, de fora para dentro.
c posso usar vanish?
a Melhor não, ele pode manchar o linho. Se ficar marca depois de seco, indicamos a Limpa Bem, parceira nossa, com 15% de desconto.
c saiu quase tudo!! obrigada | UFA, deu certo. Vocês são anjos` },
  { team: "Montagem", labels: ["montagem"], script: `
c Vocês desmontam o móvel antigo também? | o montador pode desmontar meu guarda roupa velho?
a Oi, {nome}! Podemos sim, a desmontagem custa R$ 90 e, se quiser, encaminhamos o móvel para doação sem custo.
c ótimo, quero as duas coisas
a Incluído no agendamento de {data}. A instituição é o Lar Esperança, em {cidade}.
c que iniciativa legal 👏` },
  { team: "Pós-venda", labels: ["avaria"], script: `
c vidro da mesa chegou trincado, pedido {pedido}
+avaria c
a Oi, {nome}. Cuidado ao manusear, por favor! Não precisa nem tirar da caixa. Já estou providenciando outro.
c quanto tempo? tenho visita no domingo
a Consegui com o estoque de {cidade}: entrega em {data} até o meio-dia.
n Segundo vidro trincado na mesma transportadora esta semana, ver com Entregas.
c aí sim! obrigado mesmo` },
];
