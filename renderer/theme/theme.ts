import { createTheme, Input, rem, type MantineThemeOverride } from "@mantine/core";
import type { Preferences } from "../../main/contract/shapes/preference";

export type Density = Preferences["density"];

/** Height of a list row with one and with two lines of text, in CSS pixels. */
export const rowHeights: Readonly<Record<Density, readonly [oneLine: number, twoLines: number]>> = {
  compact: [28, 40],
  normal: [32, 46],
  aisle: [44, 64],
};

const controlHeights: Readonly<Record<Density, string>> = { compact: "28px", normal: "32px", aisle: "44px" };
const scales: Readonly<Record<Density, number>> = { compact: 1, normal: 1, aisle: 1.2 };

/** From text to the deepest surface, in the tint of tokens.css. */
const darkShades = [
  "#e4e7eb",
  "#c4cbd4",
  "#9aa4b1",
  "#8b95a2",
  "#3a424d",
  "#2d333b",
  "#22272e",
  "#1c2026",
  "#16191e",
  "#111418",
] as const;

/** Mantine's theme: dense, one accent. Colours and sizes of our own parts stand in tokens.css. */
export function createConsoleTheme(density: Density, closeLabel: string): MantineThemeOverride {
  return createTheme({
    scale: scales[density],
    fontFamily: "'Inter', 'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Liberation Sans', sans-serif",
    fontFamilyMonospace: "'JetBrains Mono', 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace",
    fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
    fontWeights: { regular: "400", medium: "500", bold: "700" },
    headings: { fontWeight: "600", sizes: { h1: { fontSize: rem(20) }, h2: { fontSize: rem(15) } } },
    colors: { dark: darkShades },
    primaryColor: "indigo",
    primaryShade: 7,
    autoContrast: true,
    defaultRadius: "sm",
    cursorType: "pointer",
    respectReducedMotion: true,
    components: {
      Input: Input.extend({ vars: () => ({ wrapper: { "--input-height": controlHeights[density] } }) }),
      TextInput: { defaultProps: { size: "sm" } },
      Button: {
        defaultProps: { size: "sm" },
        vars: () => ({ root: { "--button-height": controlHeights[density], "--button-padding-x": "0.875rem" } }),
      },
      ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: controlHeights[density] } },
      Tooltip: { defaultProps: { openDelay: 300, withArrow: true, fz: "xs", maw: 360, multiline: true } },
      // The focus begins on the first item, as menus do; Mantine's own placeholder is no item and has no name.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      Modal: {
        defaultProps: {
          centered: true,
          padding: "lg",
          overlayProps: { backgroundOpacity: 0.4 },
          closeButtonProps: { "aria-label": closeLabel },
        },
        styles: { title: { fontWeight: 600 } },
      },
      Notification: { styles: { description: { color: "var(--text-quiet)" } } },
      Text: { defaultProps: { size: "sm" } },
      Table: { defaultProps: { fz: "sm" } },
    },
  });
}
