/**
 * The one place that turns dates, sizes and phone numbers into text. `timeZone` is the account's, so that everyone in a
 * company reads the same clock. Formatters are kept: making one costs more than using it a hundred times.
 */
export type Format = ReturnType<typeof createFormat>;

const made = new Map<string, Format>();

export function formatFor(locale: string, timeZone: string): Format {
  const key = `${locale}|${timeZone}`;
  const format = made.get(key) ?? createFormat(locale, timeZone);
  made.set(key, format);
  return format;
}

function createFormat(locale: string, timeZone: string) {
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit" });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: "long" });
  const shortWeekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: "short" });
  const dayMonth = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short" });
  const numericDate = new Intl.DateTimeFormat(locale, { timeZone, day: "2-digit", month: "2-digit", year: "2-digit" });
  const dayAndMonth = new Intl.DateTimeFormat(locale, { timeZone, day: "2-digit", month: "2-digit" });
  const longDate = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", year: "numeric" });
  const full = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "long", timeStyle: "short" });
  const dayKey = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const relativeDay = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const number = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  /** The calendar day, as YYYY-MM-DD in the account's zone. */
  const day = (at: string | Date): string => dayKey.format(new Date(at));
  const daysAgo = (at: string | Date, now: Date): number => Math.round((Date.parse(day(now)) - Date.parse(day(at))) / 86_400_000);

  return {
    day,
    number: (value: number): string => number.format(value),
    /** R$ 4.890,00; a currency that is none (ISO 4217) is written as it came. */
    money(amount: number, currency: string): string {
      try {
        return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount);
      } catch {
        return `${currency} ${number.format(amount)}`;
      }
    },
    /** 14:05 */
    time: (at: string | Date): string => clock.format(new Date(at)),
    /** For lists: 14:05 today, "ontem", a weekday within the week, then the date. */
    brief(at: string | Date, now = new Date()): string {
      const days = daysAgo(at, now);
      if (days <= 0) return clock.format(new Date(at));
      if (days === 1) return relativeDay.format(-1, "day");
      if (days < 7) return shortWeekday.format(new Date(at)).replace(".", "");
      return days < 300 ? dayMonth.format(new Date(at)).replace(/\./g, "").replace(" de ", " ") : numericDate.format(new Date(at));
    },
    /** For separators in a thread: Hoje, Ontem, terça-feira, 12 de novembro de 2026. */
    dayName(at: string | Date, now = new Date()): string {
      const days = daysAgo(at, now);
      if (days < 2) return capitalize(relativeDay.format(-Math.max(0, days), "day"), locale);
      return capitalize(days < 7 ? weekday.format(new Date(at)) : longDate.format(new Date(at)), locale);
    },
    /** 12/11/26 14:05 */
    short: (at: string | Date): string => `${numericDate.format(new Date(at))} ${clock.format(new Date(at))}`,
    /** 12/11 14:05; with the year when it is not this one. */
    opened(at: string | Date, now = new Date()): string {
      const sameYear = day(at).slice(0, 4) === day(now).slice(0, 4);
      return `${(sameYear ? dayAndMonth : numericDate).format(new Date(at))} ${clock.format(new Date(at))}`;
    },
    date: (at: string | Date): string => longDate.format(new Date(at)),
    full: (at: string | Date): string => full.format(new Date(at)),
    /** 1,4 MB; bytes in. */
    size(bytes: number): string {
      if (bytes < 1024) return `${bytes} B`;
      if (bytes < 1024 * 1024) return `${number.format(Math.round(bytes / 1024))} KB`;
      return `${oneDecimal.format(bytes / 1024 / 1024)} MB`;
    },
    phone: formatPhone,
  };
}

function capitalize(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/**
 * An E.164 number, spaced for reading: Brazil's by its own plan (ddd, nine or eight digits), others by country code and
 * groups of three. Forms and imports, which must understand what people type, use libphonenumber on the server.
 */
export function formatPhone(phone: string): string {
  const brazil = /^\+55(\d{2})(\d{4,5})(\d{4})$/.exec(phone);
  if (brazil) return `+55 ${brazil[1]} ${brazil[2]}-${brazil[3]}`;
  const america = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  if (america) return `+1 ${america[1]} ${america[2]}-${america[3]}`;
  const other = /^\+(\d{2})(\d{4,13})$/.exec(phone);
  return other ? `+${other[1]} ${other[2]!.replace(/(\d{3})(?=\d{2,})/g, "$1 ")}` : phone;
}
