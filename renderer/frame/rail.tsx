import { IconHelpCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQuery } from "../hooks/use-query";
import { screenNames, screenTable } from "../screens/screen-table";
import { useConsole } from "../stores/console-store";
import { formatNumber } from "../text/format";
import { needsStart } from "./needs-start";
import type { ScreenName } from "../stores/view";
import { SearchButton } from "./search-box";

/** More than this is told on the screen itself; the rail has no room for it. */
const mostCounted = 999;

/** The screens, with counts where work waits. */
export function Rail() {
  const { t } = useTranslation();
  const current = useConsole((state) => (needsStart(state) ? null : railScreen(state.route.screen)));
  const open = useConsole((state) => state.open);
  const dismissStart = useConsole((state) => state.dismissStart);
  const showShortcutSheet = useConsole((state) => state.showShortcutSheet);
  return (
    <nav className="rail" aria-label={t("frame.mainNavigation")}>
      <SearchButton />
      {screenNames.map((name) => {
        const rail = screenTable[name].rail;
        if (!rail) return null;
        const Icon = rail.icon;
        return (
          <button
            key={name}
            type="button"
            className="rail-item"
            aria-current={name === current ? "page" : undefined}
            onClick={() => {
              dismissStart();
              open(name);
            }}
          >
            <Icon size={18} stroke={1.7} aria-hidden />
            <span className="rail-name">{t(`frame.${name}`)}</span>
            <RailCount screen={name} />
          </button>
        );
      })}
      <button
        type="button"
        className="rail-item rail-foot"
        onClick={() => {
          showShortcutSheet(true);
        }}
      >
        <IconHelpCircle size={18} stroke={1.7} aria-hidden />
        <span className="rail-name">{t("frame.shortcutSheet")}</span>
      </button>
    </nav>
  );
}

function railScreen(screen: ScreenName): ScreenName {
  return screenTable[screen].partOf ?? screen;
}

function RailCount({ screen }: { readonly screen: ScreenName }) {
  const tasks = useQuery("task.list", screen === "queue" ? { limit: 1 } : null);
  const unread = useQuery("message.unread", screen === "inbox" ? {} : null);
  const attention = useConsole((state) => state.links.reduce((sum, link) => sum + link.needsAttention, 0));
  const counts: Partial<Record<ScreenName, number>> = {
    queue: tasks.value?.counts.open ?? 0,
    inbox: (unread.value ?? []).reduce((sum, one) => sum + one.unread, 0),
    activity: attention,
  };
  const count = counts[screen] ?? 0;
  if (count === 0) return null;
  return (
    <span
      className="rail-count"
      title={formatNumber(count)}
      {...(screen === "activity" ? { "data-tone": "failed" } : {})}
    >
      {count > mostCounted ? `${String(mostCounted)}+` : count}
    </span>
  );
}
