import { isOwnPage } from "./page-address";

interface Sender {
  /** True when the message came from our window's own contents. */
  readonly isOurWindow: boolean;
  /** Null when the frame is gone already. */
  readonly frame: { readonly url: string; readonly parent: unknown } | null;
}

/** Only the main frame of our window, showing our page, may ask. */
export function isTrustedSender({ isOurWindow, frame }: Sender): boolean {
  return isOurWindow && frame !== null && frame.parent === null && isOwnPage(frame.url);
}
