import { Input } from "antd";
import { Search } from "lucide-react";
import { useRef } from "react";
import { useSettled } from "./settle";

export interface SearchFieldProps {
  value: string;
  label: string;
  onSearch: (text: string) => void;
  className?: string | undefined;
}

/** Searches when the typing pauses, never in the middle of composing a character. */
export function SearchField({ value, label, onSearch, className }: SearchFieldProps) {
  const text = useSettled(value, onSearch);
  const isComposing = useRef(false);
  return (
    <Input
      className={className}
      prefix={<Search size={16} />}
      placeholder={label}
      aria-label={label}
      allowClear
      value={text.value}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={({ currentTarget }) => {
        isComposing.current = false;
        text.set(currentTarget.value);
      }}
      onChange={({ target }) => text.set(target.value, isComposing.current ? "hold" : undefined)}
    />
  );
}
