import { Button, Input } from "antd";
import { ListPlus, TextCursorInput } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { Choice } from "@/model/form";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import { OptionRow } from "./OptionRow";
import { added, moved, painted, removed, renamed, written } from "./option_list";
import styles from "./options_row.module.css";

interface OptionsRowProps {
  options: readonly Choice[];
  problems: readonly Problem[];
  onChange: (options: Choice[], group?: string) => void;
}

/** The options of a choice: named in place, painted, dragged, or typed as a list. */
export function OptionsRow({ options, problems, onChange }: OptionsRowProps) {
  const { t } = useTranslation(["field", "setting"]);
  const [text, setText] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const own = problems.find(({ code }) => code === "no_options");
  const add = () => {
    onChange(added(options, t("option.fresh", { count: options.length + 1 })));
    requestAnimationFrame(() => {
      const last = list.current?.querySelector<HTMLInputElement>("li:last-child input");
      last?.focus();
      last?.select();
    });
  };
  const onKeys = (event: KeyboardEvent, at: number) => {
    const option = options[at];
    if (!option || event.nativeEvent.isComposing) return;
    if (event.key === "Enter") add();
    if (event.altKey && event.key === "ArrowUp") onChange(moved(options, option.id, Math.max(at - 1, 0)));
    if (event.altKey && event.key === "ArrowDown") onChange(moved(options, option.id, at + 2));
  };
  return (
    <PropertyRow
      name="options"
      label={t("setting:label.options")}
      help={t("setting:help.options")}
      problem={own && placeText(own)}
    >
      {(id) =>
        text !== null ? (
          <Input.TextArea
            id={id}
            autoFocus
            autoSize={{ minRows: 4, maxRows: 16 }}
            value={text}
            placeholder={t("option.pasteHelp")}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => {
              onChange(written(options, text));
              setText(null);
            }}
          />
        ) : (
          <>
            <ul ref={list} className={styles.list} id={id}>
              {options.map((option, at) => (
                <OptionRow
                  key={option.id}
                  option={option}
                  number={at + 1}
                  problem={problems.find(({ place }) => place.endsWith(`.options.${option.id}`))}
                  onRename={(label) => onChange(renamed(options, option.id, label), `option.${option.id}`)}
                  onPaint={(color) => onChange(painted(options, option.id, color))}
                  onRemove={() => onChange(removed(options, option.id))}
                  onMove={(to) => onChange(moved(options, option.id, to))}
                  onKeyDown={(event) => onKeys(event, at)}
                />
              ))}
            </ul>
            <div className={styles.buttons}>
              <Button size="small" type="text" icon={<ListPlus size={14} />} onClick={add}>
                {t("option.add")}
              </Button>
              <Button
                size="small"
                type="text"
                icon={<TextCursorInput size={14} />}
                onClick={() => setText(options.map(({ label }) => label).join("\n"))}
              >
                {t("option.paste")}
              </Button>
            </div>
          </>
        )
      }
    </PropertyRow>
  );
}
