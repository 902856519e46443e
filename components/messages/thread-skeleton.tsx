import { Skeleton } from "#components/ui/skeleton.tsx";

const widths = ["w-52", "w-72", "w-40", "w-64", "w-56"];

export function ThreadSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col justify-end gap-3 p-4">
      {widths.map((width, index) => <Skeleton key={width} className={`h-11 rounded-xl ${width} ${index % 2 ? "self-end" : ""}`} />)}
    </div>
  );
}
