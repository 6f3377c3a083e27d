// Loaded before a command: whatever it asks the clock for, it is LEDGER_STOPPED_AT. For the guide's tests alone, so that
// no setting of the command line itself can date a vote back.
const RealDate = Date;
const stoppedAt = RealDate.parse(process.env['LEDGER_STOPPED_AT'] ?? '');

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(stoppedAt);
    else super(...given);
  }

  static now() {
    return stoppedAt;
  }
};
