/// The door to tasks: whoever wants one made, seen, ended or tried again comes through here, whatever the protocol.
@NullMarked
package dev.meanwhile.task.door;

import org.jspecify.annotations.NullMarked;
