import type pg from "pg";

/** Where the database's time went since the last reset: for tuning (BENCH_STATEMENTS=1). */
export async function printTopStatements(owner: pg.Pool): Promise<void> {
  if (!process.env.BENCH_STATEMENTS) return;
  const { rows } = await owner.query<{ role: string; calls: string; total: number; mean: number; query: string }>(
    `select r.rolname as role, s.calls, s.total_exec_time as total, s.mean_exec_time as mean, regexp_replace(s.query, '\\s+', ' ', 'g') as query
     from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname <> current_user order by s.total_exec_time desc limit 15`);
  for (const row of rows) console.error(`${row.role.padEnd(12)} ${String(row.calls).padStart(8)} calls  ${row.total.toFixed(0).padStart(7)} ms  ${row.mean.toFixed(2).padStart(7)} ms each  ${row.query.slice(0, 170)}`);
}
