import type pg from "pg";

export type Seeded = { accountId: number; conversations: number; contacts: number };

const firstNames = "Ana Maria João José Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Daniel Marcelo Bruno Eduardo Felipe Rodrigo Mateus André Fernando Fábio Leonardo Gustavo Juliana Adriana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia Júlia Luciana Vanessa Mariana Gabriela Vera Vitória Larissa Cláudia Beatriz Luana Rita Sônia Renata Eliane Joaquim Íris Débora Tânia Otávio Caíque".split(" ");
const lastNames = "Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira Araújo Pinto Moura Cavalcanti Monteiro Correia Barros Campos Miranda Farias Batista Duarte Castro Sales Peixoto Brandão Assunção Figueiredo Falcão Guimarães Leão Magalhães Queirós Sampaio Valença Xavier".split(" ");
const texts = [
  "Bom dia! Meu pedido ainda não chegou, vocês conseguem ver o que houve?", "Claro, já estou verificando com a transportadora.", "Obrigada, fico no aguardo",
  "O boleto venceu ontem, dá para gerar a segunda via sem juros?", "Segue a segunda via com vencimento para amanhã. Qualquer dúvida é só chamar!", "Perfeito, muito obrigado pela atenção",
  "Queria trocar o tamanho da camiseta, ela veio G e eu pedi M", "Sem problema! Enviei o código de postagem para o seu e-mail.", "Vocês entregam em Juazeiro do Norte? Qual é o prazo?",
  "Entregamos sim, o prazo é de sete dias úteis após a confirmação do pagamento.", "ok", "A nota fiscal veio com o CNPJ errado, preciso de uma correção ainda hoje, por favor.",
];

/**
 * A company with its history: conversations spread over two years (12 % still to be done, mostly recent ones), about five
 * messages each, inboxes, teams and agents used unevenly, Brazilian names. Runs as the owner, without triggers and foreign
 * keys, so it also fills what triggers keep. Agents, teams and inboxes of the account must be there.
 */
export async function seedConversations(owner: pg.Pool, accountId: number, conversations: number): Promise<Seeded> {
  const contacts = Math.ceil(conversations * 0.6);
  const client = await owner.connect();
  const run = (sql: string, values: unknown[] = []) => client.query(sql, values);
  try {
    await run("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set max_parallel_maintenance_workers = 1");
    await run(`create or replace function bench_id(kind int, account int, n bigint, at timestamptz) returns uuid language sql immutable return
      (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(account), 3, '0') || lpad(to_hex(n), 12, '0'))::uuid`);
    // Any way to the same instant for a number: two years, evenly.
    await run(`create or replace function bench_time(n bigint, total bigint) returns timestamptz language sql immutable return
      timestamptz '2026-11-20 12:00Z' - interval '2 years' * (1 - n::float / total)`);
    const indexes = await client.query<{ name: string; definition: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
       where i.indrelid = any('{contacts,contact_inboxes,conversations,messages}'::regclass[]) and not i.indisprimary`);
    for (const index of indexes.rows) await run(`drop index ${index.name}`);

    await run(`insert into contacts (account_id, id, name, phone, email, created_at, search_text)
      select $1, bench_id(1, $1, n, bench_time(n, $2)), name, phone, email, bench_time(n, $2), plain_text(concat_ws(' ', name, phone, email))
      from (select n, name, phone, case when n % 5 < 2 then lower(split_part(name, ' ', 1)) || n || '@exemplo.com.br' end as email from (
        select n, case when n % 20011 = 7 then 'Teodora Quintanilha' else ($3::text[])[1 + floor(random() * 60)] || ' ' ||
          case when random() < 0.08 then 'da Silva' else ($4::text[])[1 + floor(random() * 60)] end || ' ' || ($4::text[])[1 + floor(random() * 60)] end as name,
          '+55' || (11 + n % 80) || '9' || lpad(((n * 48271) % 100000000)::text, 8, '0') as phone
        from generate_series(1, $2::bigint) n) named) contact`, [accountId, contacts, firstNames, lastNames]);
    await run(`insert into contact_inboxes (account_id, id, contact_id, inbox_id, source_id, created_at)
      select $1, bench_id(2, $1, n, bench_time(n, $2)), bench_id(1, $1, n, bench_time(n, $2)), (select min(id::text)::uuid from inboxes where account_id = $1), 'source-' || n, bench_time(n, $2)
      from generate_series(1, $2::bigint) n`, [accountId, contacts]);
    await run(`insert into conversations (account_id, id, display_id, protocol, status, inbox_id, contact_id, contact_inbox_id, team_id, assignee_id, next_seq, seen_seq, unread_count,
        last_message, last_activity_at, created_at, resolved_at)
      select $1::int, bench_id(4, $1::int, n, at), n, to_char(at, 'YYYYMMDD') || '-' || lpad(n::text, 6, '0'),
        case when not todo then 'resolved' when dice < 0.8 then 'open' when dice < 0.95 then 'pending' else 'snoozed' end,
        inboxes[1 + floor(power(random(), 2) * cardinality(inboxes))], bench_id(1, $1, who, bench_time(who, $3::bigint)), bench_id(2, $1, who, bench_time(who, $3::bigint)),
        case when random() < 0.7 then teams[1 + floor(random() * cardinality(teams))] end,
        case when random() < case when todo then 0.6 else 0.9 end then agents[1 + floor(power(random(), 1.5) * cardinality(agents))] end,
        messages + 1, case when todo and dice < 0.4 then messages - 1 else messages end, case when todo and dice < 0.4 then 1 else 0 end,
        jsonb_build_object('id', bench_id(5, $1::int, n * 100 + messages, at), 'seq', messages, 'type', 'incoming', 'private', false, 'at', at, 'senderName', 'Cliente', 'attachmentKind', null, 'status', null)
          || jsonb_build_object('preview', ($4::text[])[1 + n % 12]),
        least(at + random() * interval '3 days', timestamptz '2026-11-22 12:00Z'), at, case when todo then null else at + interval '4 hours' end
      from (select n, bench_time(n, $2::bigint) as at, random() < case when n > $2::bigint * 0.9 then 0.8 else 0.045 end as todo, random() as dice,
          1 + floor(random() * $3::bigint)::bigint as who, 2 + floor(power(random(), 3) * 14)::int as messages,
          (select array_agg(id order by id) from inboxes where account_id = $1) as inboxes, (select array_agg(id order by id) from teams where account_id = $1) as teams,
          (select array_agg(user_id order by user_id) from memberships where account_id = $1 and role = 'agent') as agents
        from generate_series(1, $2::bigint) n) c`, [accountId, conversations, contacts, texts]);
    await run(`insert into messages (account_id, id, conversation_id, inbox_id, seq, type, content, sender_kind, sender_id, sender_name, status, external_id, sent_at, created_at)
      select $1, bench_id(5, $1, c.display_id * 100 + s, c.created_at), c.id, c.inbox_id, s, case when s % 2 = 1 then 'incoming' else 'outgoing' end, ($2::text[])[1 + (c.display_id + s) % 12],
        case when s % 2 = 1 then 'contact' else 'agent' end, case when s % 2 = 1 then c.contact_id else c.assignee_id end, 'Alguém', case when s % 2 = 0 then 'read' end,
        case when s % 2 = 1 then 'wamid.' || c.display_id || '.' || s end, c.created_at + s * interval '7 minutes', c.created_at + s * interval '7 minutes'
      from conversations c cross join lateral generate_series(1, c.next_seq - 1) s where c.account_id = $1`, [accountId, texts]);
    await run(`insert into conversation_labels (account_id, conversation_id, label_id) select $1, c.id, l.id
      from conversations c join (select id, row_number() over (order by id) as n from labels where account_id = $1) l on l.n = 1 + c.display_id % 40 where c.account_id = $1`, [accountId]);
    await run(`insert into conversation_counts (account_id, inbox_id, team_id, assignee_id, n)
      select account_id, inbox_id, team_id, assignee_id, count(*) from conversations where account_id = $1 and status <> 'resolved' and not archived group by 1, 2, 3, 4`, [accountId]);
    await run("update accounts set next_display_id = $2 where id = $1", [accountId, conversations + 1]);
    for (const index of indexes.rows) await run(index.definition);
    await run("reset all");
    await run("vacuum analyze");
  } finally {
    client.release();
  }
  return { accountId, conversations, contacts };
}

/** One conversation with very many messages, to see that opening it costs the same. @returns its id */
export async function seedLongConversation(owner: pg.Pool, accountId: number, messages: number): Promise<string> {
  const { rows } = await owner.query<{ id: string }>("select id from conversations where account_id = $1 order by display_id limit 1", [accountId]);
  const { id } = rows[0]!;
  await owner.query(`insert into messages (account_id, id, conversation_id, inbox_id, seq, type, content, sender_kind, sent_at)
    select $1, uuidv7(), $2, c.inbox_id, 1000 + n, 'incoming', $4::text || n, 'contact', now() from conversations c, generate_series(1, $3::int) n where c.account_id = $1 and c.id = $2`, [accountId, id, messages, "Mensagem de uma longa conversa, número "]);
  await owner.query("update conversations set next_seq = 1001 + $3::int where account_id = $1 and id = $2", [accountId, id, messages]);
  return id;
}
