import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { en } from "../../renderer/text/en";
import { prepareTexts } from "../../renderer/text/text";

/** Draws a part as the window does, with theme and texts, without animations. */
export function show(part: ReactNode): void {
  prepareTexts("en", en);
  render(<MantineProvider env="test">{part}</MantineProvider>);
}
