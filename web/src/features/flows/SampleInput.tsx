import { Suspense } from "react";
import { kindOf } from "@/fields/table";
import type { Field } from "@/model/form";
import type { Value } from "@/model/value";
import { Bone } from "@/ui/Skeletons";

interface SampleInputProps {
  id: string;
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
}

const nothing = () => undefined;

/** A sample value, typed as it would be in the form. */
export function SampleInput({ id, field, value, onChange }: SampleInputProps) {
  const { Edit } = kindOf(field);
  return (
    <Suspense fallback={<Bone width="100%" height={34} />}>
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
