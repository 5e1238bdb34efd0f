import { IconTag } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../parts/empty-state";
import { ListDetail } from "../../parts/list-detail";
import { useConsole } from "../../stores/console-store";
import { LabelDetail } from "./label-detail";
import { LabelList } from "./label-list";
import { LabelTabs } from "./label-tabs";
import { subjectOf } from "./subject-key";

/** Everything that has or needs a label, with what its label tells. */
export function LabelsScreen() {
  const { t } = useTranslation();
  const selectedKey = useConsole((state) => state.route.id);
  const subject = selectedKey === null ? undefined : subjectOf(selectedKey);
  return (
    <LabelTabs tab="labels">
      <ListDetail
        list={<LabelList selectedKey={selectedKey} />}
        detail={subject === undefined ? null : <LabelDetail key={selectedKey} subject={subject} />}
        placeholder={<EmptyState icon={IconTag} title={t("labels.pickTitle")} hint={t("labels.pickHint")} />}
      />
    </LabelTabs>
  );
}
