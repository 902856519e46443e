"use client";

import { ExternalLink, FileQuestion, Info, MapPin, MousePointerClick, ShoppingBag, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#components/hooks/use-format.ts";
import type { MessageExtras } from "#lib/api-client/views.ts";
import { RawContent } from "./raw-content.tsx";

/** The structured parts of a message, each drawn as what it is. */
export function Extras({ extras }: { extras: MessageExtras }) {
  const t = useTranslations("messages");
  const format = useFormat();
  const { location, contacts, choice, order, referral, product, system, unsupported } = extras as MessageExtras & { product?: { productId?: string; catalogId?: string } };
  return (
    <>
      {location ? (
        <ExtraCard icon={<MapPin />} title={location.name ?? t("location")} href={location.url ?? `https://www.openstreetmap.org/?mlat=${location.latitude}&mlon=${location.longitude}#map=17/${location.latitude}/${location.longitude}`} linkLabel={t("openMap")}>
          {location.address ?? `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`}
        </ExtraCard>
      ) : null}
      {contacts?.map((contact, index) => (
        <ExtraCard key={index} icon={<UserRound />} title={contact.name}>
          {[...contact.phones.map(format.phone), ...contact.emails].map((line) => <span key={line} className="block">{line}</span>)}
        </ExtraCard>
      ))}
      {choice ? (
        <ExtraCard icon={<MousePointerClick />} title={choice.title} kicker={choice.form ? t("formAnswered") : t("chose")}>
          {choice.description}
          {choice.form ? <dl className="mt-1 grid gap-0.5">{Object.entries(choice.form).map(([key, value]) => <div key={key} className="flex gap-2"><dt className="text-ink-faint">{key}</dt><dd className="min-w-0 break-words">{typeof value === "string" ? value : JSON.stringify(value)}</dd></div>)}</dl> : null}
        </ExtraCard>
      ) : null}
      {order ? (
        <ExtraCard icon={<ShoppingBag />} title={t("order", { count: order.items.length })}>
          {order.items.map((item, index) => (
            <span key={index} className="flex justify-between gap-4">
              <span className="truncate">{item.quantity} × {item.productId}</span>
              {item.price === undefined ? null : <span className="tabular-nums">{item.currency ? format.money(item.price, item.currency) : format.number(item.price)}</span>}
            </span>
          ))}
          {order.text}
        </ExtraCard>
      ) : null}
      {product ? <ExtraCard icon={<ShoppingBag />} title={t("product")}>{product.productId}</ExtraCard> : null}
      {referral ? (
        <ExtraCard icon={<ExternalLink />} kicker={t("cameFrom")} title={referral.headline ?? t("advert")} href={referral.sourceUrl} linkLabel={t("openLink")}>{referral.body}</ExtraCard>
      ) : null}
      {system ? <p className="flex items-start gap-1.5 text-sm italic text-ink-soft"><Info aria-hidden className="mt-0.5 size-3.5 shrink-0" />{system}</p> : null}
      {unsupported ? (
        <ExtraCard icon={<FileQuestion />} title={t("unsupported")} kicker={unsupported.type}>
          {t("unsupportedText")}
          <RawContent raw={unsupported.raw} />
        </ExtraCard>
      ) : null}
    </>
  );
}

type ExtraCardProps = { icon: ReactNode; title: ReactNode; kicker?: ReactNode; href?: string | undefined; linkLabel?: string; children?: ReactNode };

function ExtraCard({ icon, title, kicker, href, linkLabel, children }: ExtraCardProps) {
  return (
    <div className="my-1 flex w-72 max-w-full items-start gap-2.5 rounded-lg border border-line bg-surface p-2.5">
      <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-text [&_svg]:size-4">{icon}</span>
      <div className="min-w-0 flex-1 text-sm text-ink-soft">
        {kicker ? <p className="text-xs text-ink-faint">{kicker}</p> : null}
        <p className="break-words font-medium text-ink">{title}</p>
        {children}
        {href && /^https?:/.test(href) ? <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="mt-0.5 block text-accent-text underline underline-offset-2">{linkLabel}</a> : null}
      </div>
    </div>
  );
}
