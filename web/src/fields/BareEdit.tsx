import { Suspense } from "react";
import type { Field } from "@/model/form";
import type { Value } from "@/model/value";
import { Bone } from "@/ui/Skeletons";
import { kindOf } from "./table";

interface BareEditProps {
  id: string;
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
  /** Pixels, until it is there. */
  height: number;
}

const nothing = () => undefined;

/** The control of a field's own kind outside of a form: a sample value, or what a field is compared with. */
export function BareEdit({ id, field, value, onChange, height }: BareEditProps) {
  const { Edit } = kindOf(field);
  return (
    <Suspense fallback={<Bone height={height} />}>
      <Edit
        field={field}
        id={id}
        value={value}
        onChange={onChange}
        onBlur={nothing}
        isInvalid={false}
        describedBy={undefined}
        order={undefined}
      />
    </Suspense>
  );
}
