package kelvin.hub.transfer;

import kelvin.hub.HubException;

/// Makes what the commands and the window use of the hub, when they first need it.
public interface HubOpener {

  /// Reads the settings. Sends nothing.
  ///
  /// @throws HubException if a setting cannot be used
  TransferSetup open() throws HubException;
}
