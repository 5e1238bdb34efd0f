import { Group, NumberInput, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LocationFacts } from "../../../main/contract/shapes/panel";
import { DataCentreSelect, DepartmentSelect } from "./directory-select";
import type { ParametersDraft, ParameterProblems } from "./parameters-draft";

interface ModuleParametersProps {
  /** A module without panel has no location to choose. */
  readonly hasPanel: boolean;
  readonly draft: ParametersDraft;
  readonly problems: ParameterProblems;
  /** Messages of the program by field, after a refused save. */
  readonly issues: Readonly<Record<string, string>>;
  readonly locations: readonly LocationFacts[];
  readonly onChange: (values: Partial<ParametersDraft>) => void;
}

/** Where a module's tasks go and when it is chosen; the last step of the wizard, and a part of the module's page. */
export function ModuleParameters({ hasPanel, draft, problems, issues, locations, onChange }: ModuleParametersProps) {
  const { t } = useTranslation();
  const messageAt = (field: keyof ParametersDraft): string | undefined => {
    const problem = problems[field];
    return problem ? t(`modules.problem.${problem}`) : issues[field];
  };
  return (
    <>
      <Group align="flex-start" grow gap="sm">
        <DataCentreSelect
          value={draft.dataCentreId}
          error={messageAt("dataCentreId")}
          onChange={(dataCentreId) => {
            onChange({ dataCentreId });
          }}
        />
        {hasPanel ? (
          <Select
            label={t("modules.field.location")}
            description={t("modules.field.locationHint")}
            placeholder={t(locations.length > 1 ? "modules.field.choose" : "modules.field.onlyLocation")}
            data={locations.map((location) => ({ value: String(location.locationId), label: location.name }))}
            value={draft.locationId === null ? null : String(draft.locationId)}
            error={messageAt("locationId")}
            clearable
            inputWrapperOrder={["label", "input", "error", "description"]}
            onChange={(id) => {
              onChange({ locationId: id === null ? null : Number(id) });
            }}
          />
        ) : null}
      </Group>
      <TextInput
        withAsterisk
        label={t("modules.field.name")}
        placeholder={t("modules.field.namePlaceholder")}
        maxLength={80}
        value={draft.name}
        error={messageAt("name")}
        onChange={(event) => {
          onChange({ name: event.currentTarget.value });
        }}
      />
      <Group align="flex-start" grow gap="sm">
        <DepartmentSelect
          value={draft.departmentId}
          error={messageAt("departmentId")}
          onChange={(departmentId) => {
            onChange({ departmentId });
          }}
        />
        <NumberInput
          withAsterisk
          label={t("modules.field.sort")}
          description={t("modules.field.sortHint")}
          allowDecimal={false}
          allowNegative={false}
          value={draft.sort}
          error={messageAt("sort")}
          inputWrapperOrder={["label", "input", "error", "description"]}
          onChange={(sort) => {
            onChange({ sort });
          }}
        />
      </Group>
    </>
  );
}
