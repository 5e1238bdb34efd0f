import { ListDetail } from "../../parts/list-detail";
import { useConsole } from "../../stores/console-store";
import { ActivityTabs } from "./activity-tabs";
import { ListedSteps } from "./listed-steps";
import { StepDetail } from "./step-detail";

/** What has not gone out yet, and what needs a decision. */
export function ActivityScreen() {
  const selectedId = useConsole((state) => state.route.id);
  return (
    <ActivityTabs tab="activity">
      <ListDetail
        list={<ListedSteps selectedId={selectedId} />}
        detail={selectedId === null ? null : <StepDetail key={selectedId} id={selectedId} />}
      />
    </ActivityTabs>
  );
}
