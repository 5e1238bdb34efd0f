import type { CallInput } from "../../main/contract/calls";
import { useQuery } from "../hooks/use-query";
import { FaultNotice } from "./fault-notice";
import { LoadingRows } from "./loading-rows";
import { WhereaboutsView, type WhereaboutsViewProps } from "./whereabouts-view";

interface WhereaboutsProps extends Omit<WhereaboutsViewProps, "found"> {
  readonly of: CallInput<"server.locate">;
}

/** Where is it: asked of the panel, of the card, or of what was scanned, whichever knows. */
export function Whereabouts({ of: subject, ...view }: WhereaboutsProps) {
  const found = useQuery("server.locate", subject);
  if (found.value) return <WhereaboutsView found={found.value} {...view} />;
  if (found.fault) return <FaultNotice fault={found.fault} onRetry={found.reload} />;
  return <LoadingRows count={6} />;
}
