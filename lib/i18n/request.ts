import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { loadMessages } from "./load-messages.ts";
import { localeCookie } from "./locales.ts";
import { negotiateLocale } from "./negotiate-locale.ts";

/** next-intl's door: the language and catalogs of the present request. There is no language in the address. */
export default getRequestConfig(async () => {
  const locale = negotiateLocale((await cookies()).get(localeCookie)?.value, (await headers()).get("accept-language"));
  return { locale, messages: await loadMessages(locale), timeZone: "America/Sao_Paulo" };
});
