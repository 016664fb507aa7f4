package dev.meanwhile.llm.embedded;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.meanwhile.llm.embedded.wish.Offer;
import dev.meanwhile.llm.embedded.wish.Talk;

/// Decides what to say or which tools to call, from the messages and the offered tools alone.
final class Rules {
  private static final String NOTHING = "There is nothing I can say to that.";

  private Rules() {}

  static AiMessage reply(ChatRequest request) {
    var talk = Talk.of(request.messages());
    var offer = new Offer(request.toolSpecifications());
    var plan = new Plan(talk, offer);
    var calls = plan.nextCalls();
    return calls.isEmpty() ? AiMessage.from(text(talk, plan)) : AiMessage.from(calls);
  }

  private static String text(Talk talk, Plan plan) {
    var news = Wording.news(talk.now().said().news());
    var reply = plan.reply();
    var both = news.isEmpty() || reply.isEmpty() ? news + reply : news + "\n\n" + reply;
    return both.isBlank() ? NOTHING : both;
  }
}
