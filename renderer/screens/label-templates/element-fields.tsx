import { SegmentedControl, Select, Switch, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LabelElement } from "../../../main/contract/shapes/label";
import { PaneSection } from "../../parts/pane-section";
import { FieldChips } from "./field-chips";
import { MillimetreField } from "../../parts/millimetre-field";

interface ElementFieldsProps {
  readonly element: LabelElement;
  readonly isReadOnly: boolean;
  readonly onChange: (change: Partial<LabelElement>, gesture?: string) => void;
}

const rotations = [0, 90, 180, 270] as const;

/** One element by numbers: what it says, how, and where it stands. */
export function ElementFields({ element, isReadOnly, onChange }: ElementFieldsProps) {
  const { t } = useTranslation();
  const length = (name: "x" | "y" | "width" | "height", minimum = 0) => (
    <MillimetreField
      label={t(`labelTemplates.${name}`)}
      minimum={minimum}
      value={element[name]}
      isReadOnly={isReadOnly}
      onChange={(value) => {
        if (value !== null) onChange({ [name]: value }, name);
      }}
    />
  );
  return (
    <PaneSection title={t(`labelTemplates.types.${element.type}`)}>
      {element.type === "text" || element.type === "code" ? (
        <>
          <Textarea
            label={t("labelTemplates.content")}
            autosize
            maxRows={5}
            maxLength={500}
            readOnly={isReadOnly}
            value={element.content}
            onChange={(event) => {
              onChange({ content: event.currentTarget.value }, "content");
            }}
          />
          {isReadOnly ? null : (
            <FieldChips
              onPick={(field) => {
                onChange({ content: `${element.content}{${field}}` });
              }}
            />
          )}
        </>
      ) : null}
      {element.type === "text" ? <TextLook element={element} isReadOnly={isReadOnly} onChange={onChange} /> : null}
      {element.type === "code" ? (
        <Select
          label={t("labelTemplates.symbology")}
          allowDeselect={false}
          readOnly={isReadOnly}
          value={element.symbology}
          data={[
            { value: "qr", label: "QR" },
            { value: "code128", label: "Code 128" },
            { value: "data-matrix", label: "Data Matrix" },
          ]}
          onChange={(value) => {
            if (value !== null) onChange({ symbology: value });
          }}
        />
      ) : null}
      {element.type === "line" || element.type === "frame" ? (
        <MillimetreField
          label={t("labelTemplates.thickness")}
          minimum={0.1}
          value={element.thickness}
          isReadOnly={isReadOnly}
          onChange={(value) => {
            if (value !== null && value >= 0.1) onChange({ thickness: value }, "thickness");
          }}
        />
      ) : null}
      <div className="field-pair">
        {length("x", -100)}
        {length("y", -100)}
        {length("width")}
        {length("height")}
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        readOnly={isReadOnly}
        aria-label={t("labelTemplates.rotation")}
        value={String(element.rotation)}
        data={rotations.map((value) => ({ value: String(value), label: `${String(value)}°` }))}
        onChange={(value) => {
          onChange({ rotation: rotations.find((one) => String(one) === value) ?? 0 });
        }}
      />
    </PaneSection>
  );
}

interface TextLookProps extends ElementFieldsProps {
  readonly element: Extract<LabelElement, { readonly type: "text" }>;
}

function TextLook({ element, isReadOnly, onChange }: TextLookProps) {
  const { t } = useTranslation();
  const size = (name: "size" | "minimumSize") => (
    <MillimetreField
      label={t(`labelTemplates.${name}`)}
      minimum={0.5}
      value={element[name]}
      isReadOnly={isReadOnly}
      onChange={(value) => {
        if (value !== null && value >= 0.5) onChange({ [name]: value }, name);
      }}
    />
  );
  return (
    <>
      <div className="field-pair">
        {size("size")}
        {size("minimumSize")}
      </div>
      <Switch
        label={t("labelTemplates.isBold")}
        checked={element.isBold}
        disabled={isReadOnly}
        onChange={(event) => {
          onChange({ isBold: event.currentTarget.checked });
        }}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        readOnly={isReadOnly}
        aria-label={t("labelTemplates.align")}
        value={element.align}
        data={(["start", "centre", "end"] as const).map((value) => ({
          value,
          label: t(`labelTemplates.aligns.${value}`),
        }))}
        onChange={(align) => {
          onChange({ align });
        }}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        readOnly={isReadOnly}
        aria-label={t("labelTemplates.lines")}
        value={String(element.maximumLines)}
        data={["1", "2", "3", "4"].map((value) => ({
          value,
          label: t("labelTemplates.lineCount", { count: Number(value) }),
        }))}
        onChange={(value) => {
          onChange({ maximumLines: Number(value) });
        }}
      />
    </>
  );
}
