import { Input } from "antd";
import { useState } from "react";
import { minutesOf, timeText } from "@/model/clock_time";
import styles from "./TimeInput.module.css";

interface TimeInputProps {
  id: string;
  /** After midnight. */
  minute: number;
  onChange: (minute: number) => void;
  isInvalid?: boolean;
}

/** A time of the day. It counts when the field is left, so that "1" on the way to "18:00" moves nothing. */
export function TimeInput({ id, minute, onChange, isInvalid = false }: TimeInputProps) {
  const [text, setText] = useState(timeText(minute));
  const commit = () => {
    const given = minutesOf(text);
    if (given !== null && given !== minute) onChange(given);
    setText(timeText(given ?? minute));
  };
  return (
    <Input
      id={id}
      className={styles.time}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      status={isInvalid ? "error" : ""}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === "Enter" && commit()}
    />
  );
}
