import { MantineProvider, type MantineColorSchemeManager } from "@mantine/core";
import { useColorScheme, useMediaQuery } from "@mantine/hooks";
import { Notifications } from "@mantine/notifications";
import { Suspense, useLayoutEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useApplicationMenu } from "./frame/use-application-menu";
import { useZoomKeys } from "./frame/use-zoom-keys";
import { Gate, hasDesk } from "./screens/gate/gate";
import { lazyScreen } from "./screens/lazy-screen";
import { useConsole } from "./stores/console-store";
import { createConsoleTheme } from "./theme/theme";

/** Not needed before somebody has signed in. */
export const frame = lazyScreen(async () => (await import("./frame/frame")).Frame);
const Frame = frame.component;

/** The program's preferences decide; the browser's storage is never used. */
const noSchemeStorage: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** The whole window: theme, messages from elsewhere, somebody's desk, and the gate before it. */
export function Application() {
  useApplicationMenu();
  useZoomKeys();
  const { theme: wanted, density, contrast } = useConsole((state) => state.preferences);
  const isMoreContrastAsked = useMediaQuery("(prefers-contrast: more)", false, { getInitialValueInEffect: false });
  const isHighContrast = contrast === "high" || (contrast === "system" && isMoreContrastAsked);
  const systemScheme = useColorScheme("light", { getInitialValueInEffect: false });
  const isDesk = useConsole(hasDesk);
  const desk = useConsole((state) => state.deskNumber);
  const { t } = useTranslation();
  const theme = useMemo(() => createConsoleTheme(density, t("parts.close")), [density, t]);
  useLayoutEffect(() => {
    document.documentElement.dataset["density"] = density;
    document.documentElement.dataset["contrast"] = isHighContrast ? "high" : "normal";
  }, [density, isHighContrast]);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={wanted === "system" ? systemScheme : wanted}
      colorSchemeManager={noSchemeStorage}
      deduplicateInlineStyles
    >
      <Notifications position="bottom-left" autoClose={6_000} limit={3} />
      <Suspense fallback={null}>{isDesk ? <Frame key={desk} /> : null}</Suspense>
      <Gate />
    </MantineProvider>
  );
}
