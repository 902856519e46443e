/**
 * One instance per process. Next's bundle and the code that Node runs directly each load their own copy of a module;
 * pools, caches and sockets must be the same in both, so they hang on globalThis.
 */
export function onProcess<T>(name: string, make: () => T): T {
  const registry = ((globalThis as any).__balcao ??= new Map<string, unknown>()) as Map<string, unknown>;
  if (!registry.has(name)) registry.set(name, make());
  return registry.get(name) as T;
}
