import { Button, Select, Switch, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash, type TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Resource } from "../../../main/contract/shapes/tariff";
import { Allowed } from "../../parts/allowed";
import type { FieldMessages } from "./field-messages";
import { FieldWarnings } from "./field-warnings";
import { ResourceAmounts } from "./resource-amounts";
import { ResourceEnumeration } from "./resource-enumeration";
import { StepPrices } from "./step-prices";
import { withValueType } from "./tariff-changes";
import type { ResourceDraft, TariffDraft } from "./tariff-draft";

interface ResourceFormProps {
  readonly resource: ResourceDraft;
  readonly draft: TariffDraft;
  /** Where the option stands in the tariff: `resources.2`. */
  readonly path: string;
  readonly messages: FieldMessages;
  readonly onChange: (resource: ResourceDraft) => void;
  readonly canMove: { readonly up: boolean; readonly down: boolean };
  /** One place up (−1) or down (1). */
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

const valueTypes = ["integer", "boolean", "enumeration"] as const satisfies readonly Resource["valueType"][];
const billings = ["ordered", "none", "statistics", "manual"] as const satisfies readonly Resource["billing"][];
/** A choice has no up and down. */
const choosers = ["anyone", "staff"] as const satisfies readonly Resource["changeBy"][];
const changers = ["anyone", "staff", "up-only", "down-only"] as const satisfies readonly Resource["changeBy"][];

/** Everything about one option of a tariff. */
export function ResourceForm({ resource, draft, path, messages, canMove, onChange, ...on }: ResourceFormProps) {
  const { t } = useTranslation();
  const errorAt = (field: string): string | undefined => messages.errorAt(`${path}.${field}`);
  const change = (values: Partial<ResourceDraft>): void => {
    onChange({ ...resource, ...values });
  };
  const isEnumeration = resource.valueType === "enumeration";
  return (
    <div className="resource-form" role="group" aria-label={resource.title}>
      <div className="resource-fields">
        <TextInput
          withAsterisk
          label={t("tariffs.resource.title")}
          maxLength={80}
          value={resource.title}
          error={errorAt("title")}
          onChange={(event) => {
            change({ title: event.currentTarget.value });
          }}
        />
        <TextInput
          withAsterisk
          label={t("tariffs.resource.name")}
          maxLength={40}
          spellCheck={false}
          classNames={{ input: "mono" }}
          value={resource.name}
          error={errorAt("name")}
          onChange={(event) => {
            change({ name: event.currentTarget.value });
          }}
        />
        <Select
          label={t("tariffs.resource.valueType")}
          allowDeselect={false}
          data={valueTypes.map((value) => ({ value, label: t(`tariffs.valueType.${value}`) }))}
          value={resource.valueType}
          error={errorAt("valueType")}
          onChange={(value) => {
            const valueType = valueTypes.find((one) => one === value);
            if (valueType) onChange(withValueType(resource, valueType));
          }}
        />
      </div>
      <FieldWarnings messages={messages.warningsAt(`${path}.name`)} />
      {isEnumeration ? (
        <ResourceEnumeration
          enumerationId={resource.enumerationId}
          error={errorAt("enumerationId")}
          warnings={messages.warningsAt(`${path}.enumerationId`)}
          onChange={(enumerationId) => {
            change({ enumerationId });
          }}
        />
      ) : (
        <ResourceAmounts resource={resource} errorAt={errorAt} onChange={change} />
      )}
      <div className="resource-fields">
        {isEnumeration ? null : (
          <Select
            label={t("tariffs.resource.billing")}
            allowDeselect={false}
            data={billings.map((value) => ({ value, label: t(`tariffs.billing.${value}`) }))}
            value={resource.billing}
            error={errorAt("billing")}
            onChange={(value) => {
              const billing = billings.find((one) => one === value);
              if (billing) change({ billing });
            }}
          />
        )}
        <Select
          label={t("tariffs.resource.changeBy")}
          allowDeselect={false}
          data={(isEnumeration ? choosers : changers).map((value) => ({
            value,
            label: t(`tariffs.changeBy.${value}`),
          }))}
          value={resource.changeBy}
          error={errorAt("changeBy")}
          onChange={(value) => {
            const changeBy = changers.find((one) => one === value);
            if (changeBy) change({ changeBy });
          }}
        />
      </div>
      {!isEnumeration && resource.billing === "ordered" ? (
        <StepPrices
          resource={resource}
          draft={draft}
          errorAt={errorAt}
          onChange={(stepPrices) => {
            change({ stepPrices });
          }}
        />
      ) : null}
      <FieldWarnings messages={messages.warningsAt(path)} />
      <div className="resource-form-foot">
        <Switch
          label={t("tariffs.resource.isActive")}
          checked={resource.isActive}
          onChange={(event) => {
            change({ isActive: event.currentTarget.checked });
          }}
        />
        <Allowed to="tariff.save">
          {" "}
          <span className="resource-form-gap" />
          <FormButton
            label={t("tariffs.resource.moveUp")}
            icon={IconArrowUp}
            isDisabled={!canMove.up}
            onClick={() => {
              on.onMove(-1);
            }}
          />
          <FormButton
            label={t("tariffs.resource.moveDown")}
            icon={IconArrowDown}
            isDisabled={!canMove.down}
            onClick={() => {
              on.onMove(1);
            }}
          />
          <FormButton label={t("tariffs.resource.remove")} icon={IconTrash} onClick={on.onRemove} />
        </Allowed>
      </div>
    </div>
  );
}

interface FormButtonProps {
  readonly label: string;
  readonly icon: TablerIcon;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function FormButton({ label, icon: Icon, isDisabled = false, onClick }: FormButtonProps) {
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<Icon size="1.1em" aria-hidden />}
      disabled={isDisabled}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
