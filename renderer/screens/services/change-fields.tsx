import { NumberInput, Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import type { Resource } from "../../../main/contract/shapes/tariff";
import { useQuery } from "../../hooks/use-query";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import type { ChangeDraft } from "./change-draft";
import { changeLimits } from "./change-limits";

/** Sold with a dedicated server, and installed once. */
const operatingSystemResource = "os";

interface ChangeFieldsProps {
  readonly service: ServiceRow;
  readonly resources: readonly Resource[];
  readonly draft: ChangeDraft;
  /** What the program says about the values, by field. */
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (values: Partial<ChangeDraft>) => void;
}

/** Every resource that can be changed, with what the service has now. */
export function ChangeFields({ resources, ...rest }: ChangeFieldsProps) {
  const active = resources.filter((resource) => resource.isActive);
  return (
    <div className="change-fields">
      {active.map((resource) => (
        <ResourceField key={resource.name} resource={resource} {...rest} />
      ))}
    </div>
  );
}

interface ResourceFieldProps extends Omit<ChangeFieldsProps, "resources"> {
  readonly resource: Resource;
}

function ResourceField(props: ResourceFieldProps) {
  switch (props.resource.valueType) {
    case "integer":
      return <AmountField {...props} />;
    case "boolean":
      return <SwitchField {...props} />;
    case "enumeration":
      return <ChoiceField {...props} />;
  }
}

function useAmount({ resource, service, draft, onChange }: ResourceFieldProps) {
  const { name, included } = resource;
  const current = service.amounts[name] ?? included;
  return {
    current,
    value: draft.amounts[name] ?? current,
    set: (value: number | string) => {
      onChange({ amounts: { ...draft.amounts, [name]: value } });
    },
  };
}

function AmountField(props: ResourceFieldProps) {
  const { t } = useTranslation();
  const { resource, issues } = props;
  const { current, value, set } = useAmount(props);
  const { lowest, highest, step, only } = changeLimits(resource, current);
  const range = { lowest: formatNumber(lowest), highest: formatNumber(highest), step };
  return (
    <NumberInput
      label={resource.title}
      description={
        t(step === 1 ? "services.change.range" : "services.change.rangeInSteps", range) +
        (only === null ? "" : ` · ${t(`services.change.only.${only}`)}`)
      }
      inputWrapperOrder={["label", "input", "error", "description"]}
      suffix={` ${phrase(resource.measure)}`}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      min={lowest}
      max={highest}
      step={step}
      disabled={lowest >= highest && current === highest}
      value={value}
      error={issues[`amounts.${resource.name}`] ?? null}
      onChange={set}
    />
  );
}

function SwitchField(props: ResourceFieldProps) {
  const { resource, issues } = props;
  const { value, set } = useAmount(props);
  return (
    <Switch
      label={resource.title}
      mt="1.6rem"
      checked={Number(value) > 0}
      error={issues[`amounts.${resource.name}`] ?? null}
      onChange={(event) => {
        set(event.currentTarget.checked ? 1 : 0);
      }}
    />
  );
}

function ChoiceField({ resource, service, draft, issues, onChange }: ResourceFieldProps) {
  const { t } = useTranslation();
  const enumerations = useQuery("enumeration.list", {});
  const items = enumerations.value?.find((one) => one.id === resource.enumerationId)?.items ?? [];
  const { name } = resource;
  const isSystem = name === operatingSystemResource;
  return (
    <Select
      label={resource.title}
      {...(isSystem ? { description: t("services.change.systemStays"), disabled: true } : {})}
      inputWrapperOrder={["label", "input", "error", "description"]}
      searchable
      allowDeselect={false}
      data={items.map((item) => ({ value: item.internalName, label: item.name }))}
      value={draft.choices[name] ?? service.choices[name] ?? null}
      error={issues[`choices.${name}`] ?? null}
      onChange={(item) => {
        if (item !== null) onChange({ choices: { ...draft.choices, [name]: item } });
      }}
    />
  );
}
