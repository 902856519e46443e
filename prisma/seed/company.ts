import { demoAdministrator } from "#lib/operations/demo-sign-in.ts";
import type { TeamName } from "./scenario.ts";

/** Casa Alegria, the furniture shop of the demo. None of it exists. */
export const company = { name: "Casa Alegria", locale: "pt-BR" as const, timeZone: "America/Sao_Paulo" };

export type Person = { name: string; email: string; role: "administrator" | "agent"; teams: TeamName[]; availability: "online" | "busy" | "offline" };

const address = (first: string) => `${first}@casaalegria.example`;

export const people: Person[] = [
  { name: "Marina Duarte", email: demoAdministrator, role: "administrator", teams: ["Vendas", "Pós-venda"], availability: "online" },
  { name: "Rafael Nogueira", email: address("rafael"), role: "agent", teams: ["Vendas"], availability: "online" },
  { name: "Beatriz Lima", email: address("beatriz"), role: "agent", teams: ["Vendas"], availability: "busy" },
  { name: "Camila Ferraz", email: address("camila"), role: "agent", teams: ["Pós-venda", "Montagem"], availability: "online" },
  { name: "Diego Monteiro", email: address("diego"), role: "agent", teams: ["Entregas", "Montagem"], availability: "online" },
  { name: "Juliana Prado", email: address("juliana"), role: "agent", teams: ["Entregas", "Pós-venda"], availability: "offline" },
  { name: "Thiago Sales", email: address("thiago"), role: "agent", teams: ["Financeiro"], availability: "online" },
  { name: "Patrícia Rocha", email: address("patricia"), role: "agent", teams: ["Financeiro", "Vendas"], availability: "offline" },
];

export const labels: Record<string, { color: string; description: string }> = {
  "orçamento": { color: "#2563eb", description: "Pediu preço ou proposta" },
  "troca": { color: "#d97706", description: "Troca, devolução ou garantia" },
  "avaria": { color: "#dc2626", description: "Chegou com defeito ou dano" },
  "atraso": { color: "#e11d48", description: "Entrega ou visita fora do prazo" },
  "nota-fiscal": { color: "#7c3aed", description: "Notas, boletos e comprovantes" },
  "montagem": { color: "#0d9488", description: "Agendamento de montador" },
  "cliente-vip": { color: "#ca8a04", description: "Compra há mais de um ano" },
  "b2b": { color: "#4b5563", description: "Empresas e profissionais" },
  "elogio": { color: "#16a34a", description: "Para o mural" },
};

/** What {blanks} of the scenarios are filled with. */
export const vocabulary = {
  produto: ["sofá Aurora de 3 lugares", "sofá-cama Lisboa", "poltrona Ninho", "mesa de jantar Ipê", "rack Horizonte", "guarda-roupa Serra 6 portas", "cômoda Brisa",
    "cabeceira Lume queen", "estante Modular 2,35 m", "tapete Areia 2x3", "luminária Arco", "buffet Garoa", "escrivaninha Foco", "banqueta Trigo", "espelho Lua 90 cm"],
  cor: ["verde-musgo", "terracota", "off-white", "cinza-claro", "azul-petróleo", "areia", "caramelo", "grafite"],
  cidade: ["Campinas", "Curitiba", "Belo Horizonte", "Niterói", "Florianópolis", "Santos", "Goiânia", "Recife", "São José dos Campos", "Joinville", "Ribeirão Preto", "Vitória"],
  bairro: ["Jardim das Flores", "Vila Mariana", "Cambuí", "Batel", "Savassi", "Icaraí", "Trindade", "Gonzaga", "Setor Bueno", "Boa Viagem"],
  prazo: ["4", "5", "6", "8", "10", "12"],
  valor: ["1.289,00", "749,90", "2.340,00", "3.980,00", "459,00", "1.799,00", "899,90", "5.120,00"],
  cep: ["13025-242", "80420-090", "30140-128", "24230-053", "88036-002", "11055-230", "74230-020", "51021-010"],
} satisfies Record<string, string[]>;

export const firstNames = ["Ana", "Bruno", "Carla", "Daniel", "Eduarda", "Felipe", "Gabriela", "Heitor", "Isabela", "João", "Karina", "Leonardo", "Larissa", "Mateus", "Natália", "Otávio",
  "Paula", "Renato", "Sabrina", "Tatiane", "Vinícius", "Yasmin", "Aline", "Caio", "Débora", "Elisa", "Fernanda", "Gustavo", "Helena", "Igor", "Jéssica", "Luana", "Marcos", "Nicole", "Priscila",
  "Rodrigo", "Simone", "Thaís", "Valéria", "Wagner", "Antônia", "Benedito", "Célia", "Dona Neusa", "Emerson", "Flávia"];
export const lastNames = ["Silva", "Souza", "Oliveira", "Pereira", "Costa", "Almeida", "Carvalho", "Gomes", "Ribeiro", "Martins", "Barbosa", "Araújo", "Melo", "Cardoso", "Teixeira", "Correia",
  "Fontes", "Moraes", "Peixoto", "Queiroz", "Rezende", "Siqueira", "Tavares", "Vasconcelos", "Yamamoto", "Zanetti", "Bianchi", "Nakamura", "dos Santos", "de Freitas", "Albuquerque", "Guimarães"];
export const dialCodes = ["11", "19", "41", "31", "21", "48", "13", "62", "81", "12", "47", "27"];
export const companies = ["Studio Traço Arquitetura", "Pousada Vento Sul", "Clínica Vida Plena", "Café do Largo", "Hotel Mirante", "Escola Girassol", "Coworking Ponto 8"];
