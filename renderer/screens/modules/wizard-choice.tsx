import { Radio, Text } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import "./module-wizard.css";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly icon: TablerIcon;
  readonly title: string;
  /** What it means to choose this, in one sentence. */
  readonly hint: string;
}

interface WizardChoiceProps<Value extends string> {
  readonly question: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One question with its possible answers, each saying what it means. */
export function WizardChoice<Value extends string>({ question, choices, value, onChange }: WizardChoiceProps<Value>) {
  return (
    <Radio.Group
      label={question}
      value={value}
      size="sm"
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen);
        if (choice) onChange(choice.value);
      }}
    >
      <div className="module-choices">
        {choices.map(({ value: one, icon: Icon, title, hint }) => (
          <label key={one} className="module-choice" data-chosen={one === value || undefined}>
            <Icon size={28} stroke={1.4} aria-hidden />
            <div>
              <div className="module-choice-title">{title}</div>
              <Text c="dimmed">{hint}</Text>
            </div>
            <Radio value={one} aria-label={title} {...(one === value ? { "data-autofocus": true } : {})} />
          </label>
        ))}
      </div>
    </Radio.Group>
  );
}
