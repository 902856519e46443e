import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ThemeProvider } from "#components/shell/theme-provider.tsx";
import { Toaster } from "#components/ui/toaster.tsx";

export const metadata: Metadata = {
  title: { default: "Balcão", template: "%s · Balcão" },
  robots: { index: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f7f9" },
    { media: "(prefers-color-scheme: dark)", color: "#101318" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <body>
        {/* Catalogs come with the pages that need them: see lib/i18n/client-messages.tsx. */}
        <NextIntlClientProvider messages={null}>
          <ThemeProvider nonce={(await headers()).get("x-nonce") ?? undefined}>{children}</ThemeProvider>
        </NextIntlClientProvider>
        <Toaster />
      </body>
    </html>
  );
}
