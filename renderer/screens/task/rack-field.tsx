import { Autocomplete, type AutocompleteProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useQuery } from "../../hooks/use-query";
import { WarningLine } from "../../parts/warning-line";
import { useServer } from "../servers/use-server";
import { RackUnits } from "./rack-units";
import { TakeOver } from "./take-over";
import { linkedServerId, type CardForm } from "./use-card-form";

interface RackFieldProps {
  readonly detail: TaskDetail;
  readonly form: CardForm;
  readonly binding: { readonly label: string; readonly error: string | null; readonly onBlur: () => void };
}

const mostSuggestions = 30;

/** The rack by name, with the panel's racks as suggestions; any text may be typed. */
export function RackField({ detail, form, binding }: RackFieldProps) {
  const { t } = useTranslation();
  const { task } = detail;
  const configuration = useQuery("module.configuration", { id: task.moduleId });
  const server = useServer(task.moduleId, linkedServerId(task, form.fields.identifier));
  const panelRack = server.value?.facts.rackName ?? "";
  const typed = form.fields.rack.trim();
  const names = [...new Set((configuration.value?.configuration.racks ?? []).map((rack) => rack.name))];
  const racks = useQuery("rack.list", task.moduleType === "manual" ? null : { moduleId: task.moduleId });
  const known = racks.value?.find((rack) => isSameName(rack.name, typed));
  const take = (): void => {
    form.change("rack", panelRack);
  };
  const props: AutocompleteProps = {
    label: binding.label,
    error: binding.error,
    onBlur: binding.onBlur,
    maxLength: 2000,
    data: names,
    limit: mostSuggestions,
    value: form.fields.rack,
    onChange: (value) => {
      form.change("rack", value);
    },
  };
  return (
    <div>
      <Autocomplete {...props} />
      {known ? (
        <RackUnits
          detail={detail}
          rack={known}
          onPlanned={() => {
            if (form.fields.rack !== known.name) form.change("rack", known.name);
          }}
        />
      ) : null}
      {panelRack === "" || isSameName(panelRack, typed) ? null : (
        <>
          {typed === "" ? null : <WarningLine>{t("task.rackDiffers", { rack: panelRack })}</WarningLine>}
          <TakeOver text={t("task.takePanelRack", { name: panelRack })} onTake={take} />
        </>
      )}
    </div>
  );
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();
}
