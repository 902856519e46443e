import { SettingsOverview } from "#components/settings/settings-overview.tsx";

export default function SettingsPage() {
  return <SettingsOverview />;
}
