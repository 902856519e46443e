/** @jsxImportSource preact */
const paths = {
  close: ["m6 9.5 6 6 6-6"],
  cross: ["M6.5 6.5l11 11", "M17.5 6.5l-11 11"],
  send: ["M12 19V6", "m6 11.5 6-6 6 6"],
  clip: ["m20 11.5-8.3 8.2a5.4 5.4 0 0 1-7.6-7.6l8.5-8.5a3.6 3.6 0 0 1 5.1 5.1l-8.4 8.3a1.8 1.8 0 0 1-2.6-2.5l7.6-7.6"],
  file: ["M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8z", "M14 3v5h5"],
  down: ["M12 5v13", "m6.5 13 5.5 5.5 5.5-5.5"],
  download: ["M12 4v11", "m7.5 11 4.5 4.5 4.5-4.5", "M5 20h14"],
  check: ["m5 12.5 4.5 4.5L19 7.5"],
  checks: ["m2 12.5 4.5 4.5L16 7.5", "m11 16 1 1 9.5-9.5"],
  clock: ["M12 7v5l3 2", "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z"],
  lock: ["M6 11h12v9H6z", "M8.5 11V8a3.5 3.5 0 0 1 7 0v3"],
  alert: ["M12 8v5", "M12 16.5v.01", "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z"],
};

/** Drawn for the eye only: what holds it carries the name. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {paths[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
