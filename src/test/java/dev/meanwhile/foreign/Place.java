package dev.meanwhile.foreign;

import java.util.List;

/// A place that takes an ID.
///
/// @param name for people
/// @param noun what the ID is of
/// @param asks what is tried in turn until one gets as far as the ID; one must
/// @param understood tells by the reply to an unknown ID whether it got that far
record Place(String name, String noun, List<Ask> asks, Understood understood) {

  /// One way to ask.
  interface Ask {
    Reply with(String id) throws Exception;
  }

  /// Whether a reply shows that the ID was looked for.
  interface Understood {
    boolean by(Reply reply, String id);
  }

  /// A place that names the ID which it doesn't find. A project key is the caller's own word, so it may be taken.
  static Place naming(String name, String noun, List<Ask> asks) {
    return new Place(name, noun, asks, (reply, id) -> reply.names(id) || reply.isRefusedAnyway()
        || (noun.equals(Nouns.PROJECT) && reply.isAccepted()));
  }
}
