import { TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Department } from "../../../main/contract/shapes/directory";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";

const longestName = 60;

/** Who works in a department: their messages stand in its inbox. Every change is saved at once. */
export function DepartmentMembers({ department }: { readonly department: Department }) {
  const { t } = useTranslation();
  const operators = useQuery("operator.list", {});
  const save = useCommand("department.save");
  const { id, revision, name, members } = department;
  return (
    <>
      <TagsInput
        aria-label={t("settings.directory.members", { name })}
        placeholder={t(members.length === 0 ? "settings.directory.everybody" : "settings.directory.membersPlaceholder")}
        data={[...(operators.value ?? [])]}
        maxLength={longestName}
        acceptValueOnBlur
        disabled={save.isRunning}
        value={[...members]}
        onChange={(next) => void save.run({ id, revision, name, members: next.map((one) => one.trim()) })}
      />
      <FaultNotice fault={save.fault} />
    </>
  );
}
