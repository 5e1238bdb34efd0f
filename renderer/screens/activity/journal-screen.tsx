import { ListDetail } from "../../parts/list-detail";
import { useConsole } from "../../stores/console-store";
import { ActivityTabs } from "./activity-tabs";
import { JournalDetail } from "./journal-detail";
import { JournalList } from "./journal-list";

/** Everything that was done; one entry beside it. */
export function JournalScreen() {
  const selectedId = useConsole((state) => state.route.id);
  return (
    <ActivityTabs tab="journal">
      <ListDetail
        list={<JournalList selectedId={selectedId} />}
        detail={selectedId === null ? null : <JournalDetail key={selectedId} id={selectedId} />}
      />
    </ActivityTabs>
  );
}
