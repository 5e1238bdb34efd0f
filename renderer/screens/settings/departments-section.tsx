import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Department } from "../../../main/contract/shapes/directory";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { FaultNotice } from "../../parts/fault-notice";
import { DepartmentMembers } from "./department-members";
import { DirectoryEditor } from "./directory-editor";

/** The departments: add, rename, say who works there, remove what nothing uses. */
export function DepartmentsSection() {
  const { t } = useTranslation();
  const departments = useQuery("department.list", {});
  const add = useCommand("department.add");
  const save = useCommand("department.save");
  const mayEdit = useRight("department.save");
  const remove = useCommand("department.remove");
  const [leaving, setLeaving] = useState<Department | null>(null);
  return (
    <div className="settings-narrow">
      <Text c="dimmed">{t("settings.directory.departmentsHint")}</Text>
      <FaultNotice fault={departments.fault} onRetry={departments.reload} />
      <DirectoryEditor
        mayEdit={mayEdit}
        entries={departments.value}
        emptyText={t("settings.directory.noDepartments")}
        newLabel={t("settings.directory.newDepartment")}
        onAdd={(name) => add.run({ name })}
        onRename={({ id, revision, members }, name) => save.run({ id, revision, name, members })}
        onRemove={setLeaving}
        renderBelow={(department) => <DepartmentMembers department={department} />}
      />
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t("settings.directory.removeTitle", { name: leaving?.name ?? "" })}
        consequences={[t("settings.directory.removeConsequence")]}
        confirmLabel={t("settings.directory.removeConfirm")}
        isDangerous
        isRunning={remove.isRunning}
        fault={remove.fault}
        onCancel={() => {
          setLeaving(null);
          remove.clearFault();
        }}
        onConfirm={() => {
          if (!leaving) return;
          void remove.run({ id: leaving.id }).then((result) => {
            if (result.ok) setLeaving(null);
          });
        }}
      />
    </div>
  );
}
