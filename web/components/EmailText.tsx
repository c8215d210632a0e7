/** An address that may break behind its @ and, where even that is too long, anywhere. */
export function EmailText({ address }: { address: string }) {
  const end = address.indexOf('@') + 1;
  if (end === 0) return address;
  return (
    <>
      {address.slice(0, end)}
      <wbr />
      {address.slice(end)}
    </>
  );
}
