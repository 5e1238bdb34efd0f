import { useMediaQuery } from "@mantine/hooks";

/** Whether list and detail stand side by side. */
export function useIsWide(): boolean {
  return useMediaQuery("(min-width: 1100px)", true, { getInitialValueInEffect: false });
}
