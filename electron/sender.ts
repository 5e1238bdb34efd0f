import { isOwnPage, pageOrigin } from "./page-address";

interface Sender {
  /** True when the message came from our window's own contents. */
  readonly isOurWindow: boolean;
  /** Null when the frame is gone already. */
  readonly frame: { readonly url: string; readonly origin: string; readonly parent: unknown } | null;
}

/** Only the main frame of our window, showing our page in its own origin, may ask. */
export function isTrustedSender({ isOurWindow, frame }: Sender): boolean {
  return isOurWindow && frame !== null && frame.parent === null && frame.origin === pageOrigin && isOwnPage(frame.url);
}
