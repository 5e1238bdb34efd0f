import { MultiSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Department } from "../../../main/contract/shapes/directory";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";

/** Who works in a department: its tasks come first in their queue, its messages stand in their inbox. */
export function DepartmentMembers({ department }: { readonly department: Department }) {
  const { t } = useTranslation();
  const maySave = useRight("department.save");
  const { members } = department;
  if (maySave) return <MembersField department={department} />;
  return <span className="quiet">{members.length === 0 ? t("settings.directory.noMembers") : members.join(", ")}</span>;
}

/** Every change is saved at once. */
function MembersField({ department }: { readonly department: Department }) {
  const { t } = useTranslation();
  const operators = useQuery("operator.list", {});
  const save = useCommand("department.save");
  const { id, revision, name, members } = department;
  const offered = (operators.value ?? []).filter(({ isActive }) => isActive).map((operator) => operator.name);
  return (
    <>
      <MultiSelect
        searchable
        aria-label={t("settings.directory.members", { name })}
        placeholder={t(members.length === 0 ? "settings.directory.everybody" : "settings.directory.membersPlaceholder")}
        data={[...new Set([...offered, ...members])]}
        disabled={save.isRunning}
        value={[...members]}
        onChange={(next) => void save.run({ id, revision, name, members: next })}
      />
      <FaultNotice fault={save.fault} />
    </>
  );
}
